import type { LanguageTag } from './language-tag.ts'

/** A sentence of a text, and the words in it. Marks of punctuation are no words. */
export type Sentence = { text: string; words: readonly string[] }

/** Cuts a text into sentences by the rules of its language (UAX #29). A new line ends a sentence too. */
export function sentencesOf(text: string, tag: LanguageTag): Sentence[] {
  const locale = localeOf(tag)
  const sentences = new Intl.Segmenter(locale, { granularity: 'sentence' })
  const words = new Intl.Segmenter(locale, { granularity: 'word' })
  return text
    .split('\n')
    .flatMap((line) => [...sentences.segment(line)])
    .map(({ segment }) => ({
      text: segment.trim(),
      words: [...words.segment(segment)]
        .filter(({ isWordLike }) => isWordLike)
        .map((word) => word.segment),
    }))
    .filter(({ words: found }) => found.length > 0)
}

/** The tag as `Intl` knows it: our plain variants are read as the language that they are plain in. */
export function localeOf(tag: LanguageTag): string {
  return tag.replace(/-simple$/, '')
}
