/** What a search asks for, in Sanity's syntax: `word`, `pre*`, `"a phrase"`, each also with `-` before it. */
export interface TextQuery {
  required: readonly Phrase[]
  excluded: readonly Phrase[]
}

/** Words that follow each other. `isPrefix`: the last one may go on. */
interface Phrase {
  words: readonly string[]
  isPrefix: boolean
}

const TOKEN = /(-?)(?:"([^"]*)"|([^\s"]+))/g

/** Stands between texts, so that no phrase reaches over their border. */
const BORDER = ''

/** Vowel signs and accents that people leave out when they search: Latin, Greek, Cyrillic, Arabic with its tatweel. */
const LEFT_OUT = /[\u0300-\u036f\u064b-\u0652\u0640]/g

/** A word, or a single letter in scripts that write without spaces. */
const WORD =
  /[[\p{L}\p{N}\p{M}]--[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]]+|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/gv

/** Words as they are compared: without case and without the signs that people leave out. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFKD').replace(LEFT_OUT, '').toLowerCase().match(WORD) ?? []
}

/** Words of several texts in a row, for {@link countHits}. */
export function wordsOfAll(texts: Iterable<string>): string[] {
  const words: string[] = []
  for (const text of texts) words.push(...wordsOf(text), BORDER)
  return words
}

/** Reads a search. Every word has to be found; a hyphened word is a phrase. */
export function parseTextQuery(text: string): TextQuery {
  const required: Phrase[] = []
  const excluded: Phrase[] = []
  for (const [, sign, quoted, bare = ''] of text.matchAll(TOKEN)) {
    const words = wordsOf(quoted ?? bare)
    if (words.length === 0) continue
    const isPrefix = quoted === undefined && bare.endsWith('*')
    const phrases = sign === '-' ? excluded : required
    phrases.push({ words, isPrefix })
  }
  return { required, excluded }
}

/** Whether a search is a bare `*`, as the Studio's lists ask when nobody has typed anything. */
export function asksForEverything(text: string): boolean {
  return text.trim() === '*'
}

/** How often the words of a search are found; 0 where one is missing or an excluded one is there. */
export function countHits(words: readonly string[], { required, excluded }: TextQuery): number {
  if (excluded.some((phrase) => countPhrase(words, phrase) > 0)) return 0
  if (required.length === 0) return excluded.length > 0 ? 1 : 0
  let hits = 0
  for (const phrase of required) {
    const count = countPhrase(words, phrase)
    if (count === 0) return 0
    hits += count
  }
  return hits
}

function countPhrase(words: readonly string[], { words: sought, isPrefix }: Phrase): number {
  const last = sought.length - 1
  let count = 0
  for (let start = 0; start + last < words.length; start++) {
    const isHit = sought.every((word, offset) => {
      const found = words[start + offset]
      return offset === last && isPrefix ? found?.startsWith(word) : found === word
    })
    if (isHit) count += 1
  }
  return count
}
