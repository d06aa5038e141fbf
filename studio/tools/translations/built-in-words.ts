import en from '#content/locales/en.json' with { type: 'json' }
import { neededKeys } from '#content/locales/needed-keys.ts'
import type { BuiltInWords } from './interface-row.ts'

// Only their names: each of them is whole, which a test of the locales holds.
const TAGS = Object.keys(import.meta.glob('/content/locales/*.json')).flatMap(
  (file) => /\/(?!notes)([^/]+)\.json$/.exec(file)?.[1] ?? [],
)

/** The words that came with the program. What English has is what every language needs. */
export const builtInWords: BuiltInWords = {
  source: en,
  keys: Object.fromEntries(TAGS.map((tag) => [tag, neededKeys(en, tag)])),
}
