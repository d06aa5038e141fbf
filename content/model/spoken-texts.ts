import { type Recording, recording } from './documents/recording.ts'
import type { LanguageTag } from './language-tag.ts'
import { textHash } from './text-hash.ts'
import { type TranslatedValue, translatedText } from './translation.ts'

/** Texts that are read aloud, by the type of their document, in the order in which they are read. */
export const SPOKEN_FIELDS = {
  message: ['heading', 'body', 'callToAction'],
  helpline: ['whatHappens'],
  service: ['whatHappens', 'directions'],
  place: ['directions'],
} as const satisfies Record<string, readonly string[]>

/** Types whose texts are read aloud. */
export type SpokenType = keyof typeof SPOKEN_FIELDS
/** Attributes with such a text. */
export type SpokenField = (typeof SPOKEN_FIELDS)[SpokenType][number]

/** Longest recording of one text. A paragraph of the longest kind takes some 90 s to read. */
export const RECORDING_SECONDS = 120

/** Longest voice note of somebody who reviews by a link, and its bytes. */
export const NOTE_SECONDS = 60
export const NOTE_BYTES = 2 * 1024 * 1024

/** Whether texts of this type of document are read aloud. */
export function isSpokenType(type: unknown): type is SpokenType {
  return typeof type === 'string' && Object.hasOwn(SPOKEN_FIELDS, type)
}

/** The words of a field that the public is shown in a language; undefined while none are approved. */
export function approvedWords(
  document: Readonly<Record<string, unknown>>,
  field: string,
  language: LanguageTag,
): string | undefined {
  const value = valueIn(document, field, language)
  return value?.withdrawn === undefined ? value?.approved?.text : undefined
}

/** One language of a text; undefined where it is not there or not in shape. */
export function valueIn(
  document: Readonly<Record<string, unknown>>,
  field: string,
  language: LanguageTag,
): TranslatedValue | undefined {
  const items = Array.isArray(document[field]) ? document[field] : []
  for (const item of items) {
    const { data } = translatedText.element.safeParse(item)
    if (data?.language === language) return data.value
  }
  return undefined
}

/** Recordings of one text, those that were made last first; what is not in shape is left out, and so are films. */
export function recordingsOf(
  document: Readonly<Record<string, unknown>>,
  field: string,
  language: LanguageTag,
): Recording[] {
  return takesOf(document, field, language).filter(({ sign }) => sign === undefined)
}

/** Films of one text in sign languages, those that were made last first. */
export function filmsOf(
  document: Readonly<Record<string, unknown>>,
  field: string,
  language: LanguageTag,
): Recording[] {
  return takesOf(document, field, language).filter(({ sign }) => sign !== undefined)
}

function takesOf(
  document: Readonly<Record<string, unknown>>,
  field: string,
  language: LanguageTag,
): Recording[] {
  const items: unknown[] = Array.isArray(document['audio']) ? document['audio'] : []
  return items
    .flatMap((item) => recording.safeParse(item).data ?? [])
    .filter((one) => one.field === field && one.language === language)
    .toReversed()
}

/** Where the recording of a text stands. */
export type RecordingState = 'missing' | 'in-review' | 'approved' | 'outdated' | 'sent-back'

/** Where one recording stands, by the words that are approved now; `undefined` words make every one outdated. */
export function recordingState(
  one: Pick<Recording, 'sourceHash' | 'approvedBy' | 'rejected'> | undefined,
  words: string | undefined,
): RecordingState {
  if (one === undefined) return 'missing'
  if (words === undefined || !isOfWords(one, words)) return 'outdated'
  if (one.rejected !== undefined) return 'sent-back'
  return one.approvedBy === undefined ? 'in-review' : 'approved'
}

/** Whether a recording was made from these very words. */
export function isOfWords({ sourceHash }: Pick<Recording, 'sourceHash'>, words: string): boolean {
  return textHash(words) === sourceHash
}

// Decimal digits of any script, and numerals such as the Ethiopic ones, which Unicode calls other numbers.
const NUMERAL = /[\p{Nd}\p{No}\p{Nl}]/gu

/**
 * Whether a text holds a number: two digits or more, of any script. Such a text is not recorded, because its number
 * comes from facts and would be wrong in the old recording once they change.
 */
export function holdsNumber(text: string): boolean {
  return (text.match(NUMERAL) ?? []).length >= 2
}
