import { Card, Label, Select, Stack, Text } from '@sanity/ui'
import { useId, useState } from 'react'
import { type ArrayOfObjectsInputProps, getPublishedId, useCurrentUser, useFormValue } from 'sanity'
import { textReview } from '#content/model/documents/recording.ts'
import {
  approvedWords,
  filmsOf,
  isSpokenType,
  recordingState,
  recordingsOf,
  SPOKEN_FIELDS,
} from '#content/model/spoken-texts.ts'
import { languageOf, useLanguages } from '../translation/use-languages.ts'
import { useTextRights } from '../translation/use-text-rights.ts'
import { languagesOfTexts } from './languages-of-texts.ts'
import { WHO_RECORDS } from './recording-words.ts'
import { ReviewLinks } from './review-links.tsx'
import { SpokenText } from './spoken-text.tsx'

/** Recordings of a document's texts, language by language, text by text. */
export function RecordingsInput({ onChange, readOnly = false }: ArrayOfObjectsInputProps) {
  const id = useId()
  const stored: unknown = useFormValue([])
  const document = isDocument(stored) ? stored : {}
  const languages = useLanguages()
  const rights = useTextRights()
  const me = useCurrentUser()?.id ?? ''
  const type = document['_type']
  const fields: readonly string[] = isSpokenType(type) ? SPOKEN_FIELDS[type] : []
  const tags = languagesOfTexts(document, fields)
  const [chosen, setChosen] = useState<string>()
  const tag = chosen ?? tags[0]
  if (tag === undefined) {
    return (
      <Card padding={4} border radius={2}>
        <Text size={1} muted>
          There is no text to read aloud yet. Write one above and let it be approved.
        </Text>
      </Card>
    )
  }
  const language = languageOf(languages, tag)
  const may = readOnly ? { mayReview: false, mayRecord: false } : rights
  const reviews = textReviews(document).filter((one) => one.language === tag)
  return (
    <div className="recordings" data-testid="recordings">
      <Stack gap={4}>
        <Stack gap={2}>
          <Label as="label" htmlFor={id} size={1}>
            Language
          </Label>
          <Select
            id={id}
            fontSize={1}
            value={tag}
            onChange={(event) => setChosen(event.currentTarget.value)}
          >
            {tags.map((one) => (
              <option key={one} value={one}>
                {`${languageOf(languages, one).englishName}: ${progress(document, fields, one)}`}
              </option>
            ))}
          </Select>
        </Stack>
        {!rights.mayRecord && (
          <Text size={1} muted>
            {WHO_RECORDS}
          </Text>
        )}
        {fields.map((field) => (
          <SpokenText
            key={`${field} ${tag}`}
            field={field}
            language={language}
            words={approvedWords(document, field, tag)}
            takes={recordingsOf(document, field, tag)}
            films={filmsOf(document, field, tag)}
            reviews={reviews.filter((one) => one.field === field)}
            rights={may}
            me={me}
            onChange={onChange}
          />
        ))}
        <ReviewLinks documentId={getPublishedId(String(document['_id']))} language={language} />
      </Stack>
    </div>
  )
}

/** "2 of 3 approved", of the texts that are there. */
function progress(document: Record<string, unknown>, fields: readonly string[], tag: string) {
  const texts = fields.flatMap((field) => {
    const words = approvedWords(document, field, tag)
    return words === undefined ? [] : [recordingState(recordingsOf(document, field, tag)[0], words)]
  })
  const done = texts.filter((state) => state === 'approved').length
  return `${done} of ${texts.length} recordings approved`
}

function textReviews(document: Record<string, unknown>) {
  const items: unknown[] = Array.isArray(document['textReviews']) ? document['textReviews'] : []
  return items.flatMap((item) => textReview.safeParse(item).data ?? [])
}

function isDocument(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
