import { diffWordsWithSpace } from 'diff'
import type { LanguageTag } from '#content/model/language-tag.ts'
import { localeOf } from '#content/model/sentences.ts'

/** A run of words that both texts have, or only one of them. */
export type WordRun = { kind: 'same' | 'added' | 'removed'; text: string }

/** What changed from one text to another, word by word, words being those of the language. */
export function differingWords(before: string, after: string, tag: LanguageTag): WordRun[] {
  const intlSegmenter = new Intl.Segmenter(localeOf(tag), { granularity: 'word' })
  return diffWordsWithSpace(before, after, { intlSegmenter }).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}
