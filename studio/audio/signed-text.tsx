import { Label, Select, Stack } from '@sanity/ui'
import { useId, useState } from 'react'
import type { Recording } from '#content/model/documents/recording.ts'
import {
  SIGN_LANGUAGE_TAGS,
  SIGN_LANGUAGES,
  signLanguageTag,
} from '#content/model/sign-languages.ts'
import { AddFile } from './add-file.tsx'
import { RecordingRow } from './recording-row.tsx'
import { filmFileName } from './sound-file.ts'

type Props = {
  /** What is signed: "Heading, German". */
  name: string
  words: string
  films: readonly Recording[]
  mayReview: boolean
  /** Absent for who may add none. */
  onFilm: ((asset: string, sign: Recording['sign']) => void) | undefined
  onApprove: (film: Recording) => void
  onSendBack: (film: Recording, reason: string) => void
}

/** Films of one text in sign languages, and a place for another. */
export function SignedText(props: Props) {
  const { name, words, films, mayReview, onFilm, onApprove, onSendBack } = props
  const id = useId()
  const [sign, setSign] = useState<Recording['sign']>('ils')
  return (
    <Stack gap={4}>
      {films.map((film) => (
        <RecordingRow
          key={film._key}
          one={film}
          name={`${name}, ${film.sign ? SIGN_LANGUAGES[film.sign].ownName : ''}`}
          words={words}
          mayReview={mayReview}
          onOtherFile={undefined}
          onApprove={() => onApprove(film)}
          onSendBack={(reason) => onSendBack(film, reason)}
        />
      ))}
      {onFilm && (
        <details>
          <summary>Film in sign language …</summary>
          <Stack gap={3} marginTop={3}>
            <Label as="label" htmlFor={id} size={1}>
              {`Sign language of the film of ${name}`}
            </Label>
            <Select
              id={id}
              fontSize={1}
              value={sign}
              onChange={({ currentTarget }) => setSign(signLanguageTag.parse(currentTarget.value))}
            >
              {SIGN_LANGUAGE_TAGS.map((tag) => (
                <option key={tag} value={tag}>
                  {SIGN_LANGUAGES[tag].ownName}
                </option>
              ))}
            </Select>
            <AddFile
              label={`Film of ${name}`}
              hint="MP4 (H.264) plays on most telephones, WebM on many. Keep it short and small: readers see its size and load it only when they play it."
              accept="video/mp4,video/webm"
              nameOf={filmFileName}
              onKept={(asset) => onFilm(asset, sign)}
            />
          </Stack>
        </details>
      )}
    </Stack>
  )
}
