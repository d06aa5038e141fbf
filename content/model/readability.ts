import type { LanguageTag } from './language-tag.ts'
import type { Language } from './languages.ts'
import { type Sentence, sentencesOf } from './sentences.ts'
import { syllablesIn } from './syllables.ts'

/** How hard a text is to read, by which formula. Flesch's is higher for easier texts, LIX lower. */
export type Readability = {
  formula: 'Flesch' | 'Amstad' | 'Fernández Huerta' | 'Kandel-Moles' | 'LIX'
  score: number
  ease: 'easy' | 'fair' | 'hard'
}

/** Fewer words say nothing: the formulas were found with samples of 100. */
export const READABLE_WORDS = 10

type Formula = {
  name: Readability['formula']
  score: (wordsPerSentence: number, syllablesPerWord: number) => number
}

/**
 * Reading ease after Flesch, fitted to each language. Sources: R. Flesch, "A new readability yardstick", J. Appl.
 * Psychol. 32 (1948); T. Amstad, "Wie verständlich sind unsere Zeitungen?" (Zurich 1978); J. Fernández Huerta,
 * "Medidas sencillas de lecturabilidad" (1959), words per sentence as corrected by G. Law (2011); L. Kandel and
 * A. Moles, "Application de l'indice de Flesch à la langue française" (1958).
 */
const FLESCH: Readonly<Record<string, Formula>> = {
  en: { name: 'Flesch', score: (words, syllables) => 206.835 - 1.015 * words - 84.6 * syllables },
  de: { name: 'Amstad', score: (words, syllables) => 180 - words - 58.5 * syllables },
  es: {
    name: 'Fernández Huerta',
    score: (words, syllables) => 206.84 - 1.02 * words - 60 * syllables,
  },
  fr: { name: 'Kandel-Moles', score: (words, syllables) => 207 - 1.015 * words - 73.6 * syllables },
}

// Where each letter is a sound. Signs that are syllables, words, or consonants only have other lengths.
const LETTERS = ['Latn', 'Cyrl', 'Grek']
// More than six letters, in LIX.
const LONG_WORD = 7

/** How hard a text reads; `undefined` where it is too short, or no formula means anything in its script. */
export function readability(
  text: string,
  { tag, script }: Pick<Language, 'tag' | 'script'>,
): Readability | undefined {
  if (!LETTERS.includes(script)) return undefined
  const sentences = sentencesOf(withoutGaps(text), tag)
  const words = sentences.flatMap((sentence) => sentence.words)
  if (words.length < READABLE_WORDS) return undefined
  const perSentence = words.length / sentences.length
  const language = languageIn(tag)
  const flesch = FLESCH[language]
  if (flesch === undefined) return lix(words, perSentence)
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word, language), 0)
  const score = flesch.score(perSentence, syllables / words.length)
  return { formula: flesch.name, score: Math.round(score), ease: easeOfFlesch(score) }
}

/** The sentences of a text that have more words than `most`, as they stand in it. */
export function longSentences(text: string, tag: LanguageTag, most: number): Sentence[] {
  return sentencesOf(text, tag).filter(({ words }) => words.length > most)
}

/** LIX after C. H. Björnsson, "Läsbarhet" (Stockholm 1968): words a sentence, and long words in a hundred. */
function lix(words: readonly string[], perSentence: number): Readability {
  const long = words.filter((word) => [...word].length >= LONG_WORD).length
  const score = perSentence + (100 * long) / words.length
  return { formula: 'LIX', score: Math.round(score), ease: easeOfLix(score) }
}

/** Flesch's own table: 70 and above is easy, below 50 difficult. */
function easeOfFlesch(score: number): Readability['ease'] {
  if (score >= 70) return 'easy'
  return score >= 50 ? 'fair' : 'hard'
}

/** Björnsson's own table: below 40 is easy, from 50 on difficult. */
function easeOfLix(score: number): Readability['ease'] {
  if (score < 40) return 'easy'
  return score < 50 ? 'fair' : 'hard'
}

/** What a gap holds is not known: it counts as one short word. */
function withoutGaps(text: string): string {
  return text.replaceAll(/\{\{[^{}]*\}\}/g, 'x')
}

function languageIn(tag: LanguageTag): string {
  return tag.split('-')[0] ?? tag
}
