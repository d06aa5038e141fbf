import { Card, Stack, Text } from '@sanity/ui'
import { useSchema } from 'sanity'
import { IntentLink } from 'sanity/router'
import type { DeskRefusal } from '#content/model/desk.ts'
import { languageName } from '../desk/language-name.ts'
import { fieldTitle } from '../schemas/field-title.ts'
import { refusalLink } from './refusal-link.ts'
import { wantField } from './wanted-field.ts'

const THIS = 'This document'

/** Each thing that stands in the way, with a link to the field where it is mended. */
export function RefusalList({
  refusals,
  onFollow,
}: {
  refusals: readonly DeskRefusal[]
  onFollow?: () => void
}) {
  const schema = useSchema()
  return (
    <Stack as="ul" gap={2} style={{ margin: 0, padding: 0 }}>
      {refusals.map((refusal) => {
        const { documentId, documentType: type, path, language, title, message } = refusal
        const where = [
          title ?? THIS,
          path === undefined || path === '' ? undefined : fieldTitle(schema, { type, path }),
          language && languageName(language),
        ]
        return (
          <Card
            as="li"
            key={`${documentId} ${path} ${language} ${message}`}
            border
            radius={2}
            padding={3}
            style={{ listStyle: 'none' }}
          >
            <Stack gap={3}>
              <Text size={1} weight="medium">
                <IntentLink
                  intent="edit"
                  params={refusalLink(refusal)}
                  onClick={() => {
                    const { id, path: to } = refusalLink(refusal)
                    if (to !== undefined) wantField({ id, path: to, ...(language && { language }) })
                    onFollow?.()
                  }}
                >
                  {where.filter((part) => part !== undefined && part !== '').join(' · ')}
                </IntentLink>
              </Text>
              <Text size={1}>{message}</Text>
            </Stack>
          </Card>
        )
      })}
    </Stack>
  )
}
