import type { LanguageTag } from '#content/model/language-tag.ts'
import { findLanguage, LAST_LANGUAGE } from '#content/model/languages.ts'
import { wordsIn } from './passages.ts'
import type { Scene } from './scene.ts'
import type { Passage } from './view.ts'

/*
 * Runtimes know different languages (Chromium leaves out ti and om, Node has them). Where one is not known,
 * Intl would silently answer in its default language: these functions say so instead.
 */

/** Digits as the language writes them: `08:00` is `০৮:০০` in Bengali. Unknown languages keep 0 to 9. */
export function localDigits(text: string, lang: LanguageTag): string {
  const digits = digitsOf(lang)
  return text.replace(/[0-9]/g, (digit) => digits[Number(digit)] ?? digit)
}

/** A calendar day (`YYYY-MM-DD`) in words, or in digits where the runtime does not know the language. */
export function dayWords(day: string, lang: LanguageTag): string {
  if (!isKnown(lang)) return day
  const format =
    dates.get(lang) ?? new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' })
  dates.set(lang, format)
  const parts = format.formatToParts(Date.parse(`${day}T00:00:00Z`))
  return parts
    .filter(isOfDay)
    .reduce((words, { value }) => words + value, '')
    .trim()
}

/** Countries of the demo: user-assigned codes of ISO 3166-1, which Intl names otherwise. */
const MADE_UP_COUNTRIES = ['XA', 'XB']

/** Name of a country, or its code where it has none; `undefined` if the language is not known here. */
export function countryName(country: string, lang: LanguageTag, scene: Scene): string | undefined {
  if (MADE_UP_COUNTRIES.includes(country)) return wordsIn(lang, `country.${country}`, scene)
  if (Intl.DisplayNames.supportedLocalesOf(lang).length === 0) return undefined
  return new Intl.DisplayNames([lang], { type: 'region', fallback: 'code' }).of(country)
}

/** Size of a file, rounded up to what people compare: whole kilobytes, from a megabyte on with one digit more. */
export function sizeWords(bytes: number, { chain, languages }: Scene): Passage {
  const lang = chain.find(isKnown) ?? LAST_LANGUAGE
  const isLarge = bytes >= MEGABYTE
  const amount = isLarge
    ? Math.ceil((bytes / MEGABYTE) * 10) / 10
    : Math.max(1, Math.ceil(bytes / KILOBYTE))
  const unit = isLarge ? 'megabyte' : 'kilobyte'
  const text = new Intl.NumberFormat(lang, { style: 'unit', unit }).format(amount)
  return { text, lang, dir: findLanguage(languages, lang)?.direction ?? 'ltr' }
}

// As networks and SI count them, not as memory does.
const KILOBYTE = 1000
const MEGABYTE = 1_000_000

/** Joins words to a list in this language; `undefined` if one of them or the language is missing. */
export function joinWords(
  words: readonly (string | undefined)[],
  lang: LanguageTag,
  scene: Scene,
  key: 'list.join' | 'hours.join' = 'list.join',
): string | undefined {
  const [first, ...others] = words
  return others.reduce((list, next) => {
    if (list === undefined || next === undefined) return undefined
    return wordsIn(lang, key, scene, { list, next })
  }, first)
}

// Formats take longer to make than to use.
const dates = new Map<LanguageTag, Intl.DateTimeFormat>()
const digitsByLanguage = new Map<LanguageTag, readonly string[]>()

function digitsOf(lang: LanguageTag): readonly string[] {
  const known = digitsByLanguage.get(lang)
  if (known !== undefined) return known
  const format = new Intl.NumberFormat(isKnown(lang) ? lang : 'en')
  const digits = Array.from({ length: 10 }, (_, digit) => format.format(digit))
  digitsByLanguage.set(lang, digits)
  return digits
}

// Pashto has no name for the era of its years: CLDR 48 puts "AP" there, in Latin letters.
function isOfDay({ type }: Intl.DateTimeFormatPart): boolean {
  return type !== 'era'
}

function isKnown(lang: LanguageTag): boolean {
  return Intl.DateTimeFormat.supportedLocalesOf(lang).length > 0
}
