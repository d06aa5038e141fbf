import { Card, Flex, Stack, Text } from '@sanity/ui'
import type { FormPatch } from 'sanity'
import type { Recording, TextReview } from '#content/model/documents/recording.ts'
import type { Language } from '#content/model/languages.ts'
import { holdsNumber, recordingState } from '#content/model/spoken-texts.ts'
import { textHash } from '#content/model/text-hash.ts'
import type { TextRights } from '../translation/text-rights.ts'
import { today } from '../translation/today.ts'
import { Written } from '../translation/written.tsx'
import { Recorder } from './recorder.tsx'
import { approved, recorded, sentBack, withOtherFile } from './recording-patches.ts'
import { RecordingBadge, RecordingRow } from './recording-row.tsx'
import { FIELD_WORDS, NUMBER_WORDS } from './recording-words.ts'
import { ReviewList } from './review-list.tsx'
import { SignedText } from './signed-text.tsx'

type Props = {
  field: string
  language: Language
  /** The approved words; undefined where there are none. */
  words: string | undefined
  /** Recordings of this text, the newest first. */
  takes: readonly Recording[]
  /** Films of it in sign languages. */
  films: readonly Recording[]
  reviews: readonly TextReview[]
  rights: Pick<TextRights, 'mayReview' | 'mayRecord'>
  /** Account of whoever is signed in. */
  me: string
  onChange: (patches: FormPatch[]) => void
}

/** One text in one language: its words, its recordings, and the recorder. */
export function SpokenText(props: Props) {
  const { field, language, words, takes, films, reviews, rights, me, onChange } = props
  const title = FIELD_WORDS[field] ?? field
  const name = `${title}, ${language.englishName}`
  const doer = () => ({ by: me, on: today() })
  const newTake = (said: string, asset: string) => ({
    ...{ _key: crypto.randomUUID().slice(0, 12), field, language: language.tag },
    ...{ sourceHash: textHash(said), asset },
  })
  return (
    <Card padding={4} border radius={2} data-testid={`spoken-${field}`}>
      <Stack gap={4}>
        <Flex gap={3} align="center" justify="space-between" wrap="wrap">
          <Text size={1} weight="semibold">
            {title}
          </Text>
          {words !== undefined && <RecordingBadge state={recordingState(takes[0], words)} />}
        </Flex>
        {words === undefined ? (
          <Text size={1} muted>
            No approved text in {language.englishName} yet. Approve the text first; then it can be
            recorded.
          </Text>
        ) : (
          <Written language={language}>{words}</Written>
        )}
        <ReviewList reviews={reviews} />
        {takes.map((one) => (
          <RecordingRow
            key={one._key}
            one={one}
            name={name}
            words={words ?? ''}
            mayReview={rights.mayReview}
            onOtherFile={
              rights.mayRecord ? (asset) => onChange(withOtherFile(one, asset)) : undefined
            }
            onApprove={() => onChange(approved(one, takes, doer()))}
            onSendBack={(reason) => onChange(sentBack(one, reason, doer()))}
          />
        ))}
        {words !== undefined && holdsNumber(words) && <Text size={1}>{NUMBER_WORDS}</Text>}
        {words !== undefined && !holdsNumber(words) && rights.mayRecord && (
          <Recorder
            name={name}
            hasOther={takes.length > 0}
            onKept={(asset) => onChange(recorded(newTake(words, asset), doer()))}
          />
        )}
        {words !== undefined && !holdsNumber(words) && (
          <SignedText
            name={name}
            words={words}
            films={films}
            mayReview={rights.mayReview}
            onFilm={
              rights.mayRecord
                ? (asset, sign) =>
                    onChange(recorded({ ...newTake(words, asset), ...(sign && { sign }) }, doer()))
                : undefined
            }
            onApprove={(film) => onChange(approved(film, films, doer()))}
            onSendBack={(film, reason) => onChange(sentBack(film, reason, doer()))}
          />
        )}
      </Stack>
    </Card>
  )
}
