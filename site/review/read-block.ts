import type { LanguageTag } from '#content/model/language-tag.ts'
import { approvedWords, recordingsOf, valueIn } from '#content/model/spoken-texts.ts'
import { textHash } from '#content/model/text-hash.ts'

/** One text that somebody from outside reviews: its words, and the recording of them where there is one. */
export type Block = { text: string; recording?: { key: string; asset: string } }

/**
 * What is to be reviewed of a text: the newest recording that was not sent back, with the words that it says, or
 * the words that are being worked on. Undefined where there are none.
 */
export function readBlock(
  document: Readonly<Record<string, unknown>>,
  field: string,
  language: LanguageTag,
): Block | undefined {
  const value = valueIn(document, field, language)
  if (value === undefined || value.withdrawn !== undefined) return undefined
  const words = [approvedWords(document, field, language), value.text]
  for (const take of recordingsOf(document, field, language)) {
    if (take.rejected !== undefined) continue
    const text = words.find((one) => one !== undefined && textHash(one) === take.sourceHash)
    if (text !== undefined) {
      return { text, recording: { key: take._key, asset: take.file.asset._ref } }
    }
  }
  return value.text.trim() === '' ? undefined : { text: value.text }
}
