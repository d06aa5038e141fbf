import { Button, Card, Flex, Stack, Text } from '@sanity/ui'
import { type StringInputProps, set } from 'sanity'

const EXAMPLES = [
  { osm: '24/7', means: 'always, holidays too' },
  { osm: 'Mo-Fr 08:00-18:00; PH off', means: 'weekdays, closed on holidays' },
  { osm: 'Mo-Su,PH 07:00-23:00', means: 'every day, holidays too' },
  { osm: 'Mo-Fr 09:00-12:00,14:00-18:00; Sa 10:00-13:00; PH off', means: 'with a break at noon' },
  { osm: 'Mo-Su,PH 22:00-06:00', means: 'through the night' },
] as const

/** Opening hours as text, with examples to begin from. The server reads them on publishing. */
export function HoursInput(props: StringInputProps) {
  return (
    <Stack gap={2}>
      {props.renderDefault(props)}
      <Card as="details" padding={2} radius={2} border>
        <Text as="summary" size={1} style={{ cursor: 'pointer' }}>
          Examples to begin from
        </Text>
        <Stack gap={1} marginTop={2}>
          {EXAMPLES.map(({ osm, means }) => (
            <Flex key={osm} align="center" gap={3} wrap="wrap">
              <Button
                mode="ghost"
                padding={2}
                fontSize={1}
                text={osm}
                disabled={props.readOnly === true}
                onClick={() => props.onChange(set(osm))}
              />
              <Text size={1} muted>
                {means}
              </Text>
            </Flex>
          ))}
        </Stack>
      </Card>
    </Stack>
  )
}
