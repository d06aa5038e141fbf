import { dayWords, localDigits } from '#content/help/intl-words.ts'
import type { PlaceFacts } from '#content/model/facts.ts'
import type { LanguageTag } from '#content/model/language-tag.ts'
import type { Language } from '#content/model/languages.ts'

// Basic Latin to Latin Extended-A, and General Punctuation: numbers, addresses and names stand in every language.
const ALWAYS = [...charactersFrom(0x20, 0x17f), ...charactersFrom(0x2000, 0x206f)]

/** A leap year: some calendars have a thirteenth month of five or six days. */
const YEAR = 2028

/**
 * Every character that a screen may draw from these facts and words, each once and in order: those written
 * in them, and those that the browser itself writes for dates, digits and countries.
 */
export function charactersOf(said: {
  facts: PlaceFacts
  languages: readonly Language[]
  strings: Readonly<Record<LanguageTag, Readonly<Record<string, string>>>>
}): string {
  const countries = countriesIn(said.facts)
  const written = JSON.stringify(said)
  const byBrowser = said.languages.map(({ tag }) => wordsOfBrowser(tag, countries)).join('')
  // A font joins letter and accent, or parts them, as it likes.
  const text = [written, byBrowser].flatMap((one) => [
    one,
    one.normalize('NFC'),
    one.normalize('NFD'),
  ])
  return [...new Set([...ALWAYS, ...text.join('')])].sort().join('')
}

function wordsOfBrowser(tag: LanguageTag, countries: readonly string[]): string {
  const days = Array.from({ length: 366 }, (_, day) =>
    new Date(Date.UTC(YEAR, 0, day + 1)).toISOString().slice(0, 10),
  )
  const isKnown = Intl.DisplayNames.supportedLocalesOf(tag).length > 0
  const names = isKnown ? new Intl.DisplayNames([tag], { type: 'region' }) : undefined
  return [
    localDigits('0123456789', tag),
    ...days.map((day) => dayWords(day, tag)),
    ...countries.map((country) => names?.of(country) ?? ''),
  ].join('')
}

function countriesIn({ place, helplines, services }: PlaceFacts): string[] {
  const numbers = [...helplines, ...services].flatMap((it) => it.numbers)
  return [...new Set([...place.countries, ...numbers.flatMap(({ freeFrom }) => freeFrom)])]
}

function charactersFrom(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at))
}
