import { Card, Flex, Grid, Stack, Text } from '@sanity/ui'
import { type StringInputProps, set } from 'sanity'
import { PICTOGRAM_IDS } from '#content/model/pictograms.ts'
import { PictogramMedia } from '../previews/pictogram-media.tsx'
import { words } from '../words.ts'

/** The drawn pictograms, one to choose: radio buttons, so that arrow keys go from one to the next. */
export function PictogramInput(props: StringInputProps) {
  return (
    <Grid gridTemplateColumns={[3, 4, 5]} gap={2} role="radiogroup" aria-label="Pictogram">
      {PICTOGRAM_IDS.map((id) => {
        const isChosen = props.value === id
        return (
          <Card
            key={id}
            as="label"
            border
            radius={2}
            padding={3}
            tone={isChosen ? 'primary' : 'default'}
            style={{ cursor: 'pointer' }}
          >
            <Stack gap={3}>
              <Flex align="center" gap={2}>
                <input
                  type="radio"
                  name={props.id}
                  checked={isChosen}
                  disabled={props.readOnly === true}
                  onChange={() => props.onChange(set(id))}
                />
                <div style={{ inlineSize: '2rem', blockSize: '2rem' }}>
                  <PictogramMedia id={id} />
                </div>
              </Flex>
              <Text size={1}>{words(id)}</Text>
            </Stack>
          </Card>
        )
      })}
    </Grid>
  )
}
