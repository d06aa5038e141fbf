import { Button, Card, Code, Flex, Stack, Text } from '@sanity/ui'
import { useMemo } from 'react'
import type { Language } from '#content/model/languages.ts'
import type { TranslatedValue } from '#content/model/translation.ts'
import type { InterfaceRow } from './interface-rows.ts'
import { TextEditor } from './text-editor.tsx'
import { Written } from './written.tsx'

type Props = {
  row: InterfaceRow
  language: Language
  english: Language
  documentId: string
  /** As the published document has it. */
  published: TranslatedValue | undefined
  isReadOnly: boolean
  onWrite: (text: string) => void
}

/** One of our own sentences: where it stands, its English, and its words in the language of the document. */
export function InterfaceText(props: Props) {
  const { row, language, english, documentId, published, isReadOnly, onWrite } = props
  const { key, itemKey, note, source, value, builtIn } = row
  const place = useMemo(
    () => ({
      documentId,
      documentType: 'interfaceText',
      path: ['strings', { _key: itemKey ?? key }, 'value'],
    }),
    [documentId, itemKey, key],
  )
  const approved = published?.withdrawn ? undefined : published?.approved?.text
  const inPublic = approved ?? builtIn ?? ''
  return (
    <Stack gap={3} data-key={key}>
      <Text size={1} muted>
        {note}
      </Text>
      <TextEditor
        name={`${key}, ${language.englishName}`}
        title={<Code size={1}>{key}</Code>}
        language={language}
        value={value}
        source={{ text: source, language: english, history: undefined }}
        inPublic={inPublic}
        place={place}
        isReadOnly={isReadOnly}
        onWrite={onWrite}
      >
        {value === undefined && builtIn !== undefined && (
          <Card padding={3} radius={2} border>
            <Stack gap={3}>
              <Text size={1} muted>
                Built in, read by no native reader yet. In public now:
              </Text>
              <Written language={language}>{builtIn}</Written>
              {!isReadOnly && (
                <Flex>
                  <Button
                    text="Start from these words"
                    mode="ghost"
                    fontSize={1}
                    padding={2}
                    onClick={() => onWrite(builtIn)}
                  />
                </Flex>
              )}
            </Stack>
          </Card>
        )}
      </TextEditor>
    </Stack>
  )
}
