import { createInstance } from 'i18next'
import type { Passage } from '#content/help/view.ts'
import { Bug } from '#content/model/errors.ts'
import type { LanguageTag } from '#content/model/language-tag.ts'
import { fallbackChain, findLanguage, type Language } from '#content/model/languages.ts'

/**
 * What stands in a sentence's gap. A function is asked for its words in the language that is being tried;
 * `undefined` means that language cannot say it, and the whole sentence goes to the next one.
 */
export type Parameter = string | number | ((lang: LanguageTag) => string | undefined)
export type Parameters = Readonly<Record<string, Parameter>>

/** Says one of our own sentences in the best language that has it, marked with that language. */
export type Speaker = (
  key: string,
  wanted: readonly LanguageTag[],
  parameters?: Parameters,
) => Passage

/** Our own words, language by language: flat keys, plurals as `key_one`, `key_other`. */
export type Strings = Readonly<Record<LanguageTag, Readonly<Record<string, string>>>>

/** Makes a speaker. It falls back sentence by sentence, along the table's chains, in the end to English. */
export function createSpeaker({
  strings,
  languages,
}: {
  strings: Strings
  languages: readonly Language[]
}): Speaker {
  const words = prepare(strings)
  // One page asks some two hundred times for the same readers.
  const chains = new WeakMap<readonly LanguageTag[], LanguageTag[]>()
  const chainOf = (wanted: readonly LanguageTag[]) => {
    const chain = chains.get(wanted) ?? fallbackChain(languages, wanted)
    chains.set(wanted, chain)
    return chain
  }
  return (key, wanted, parameters = {}) => {
    for (const tag of chainOf(wanted)) {
      const language = findLanguage(languages, tag)
      if (language === undefined) continue
      if (!hasWords(strings[language.tag], key)) continue
      const filled = fill(parameters, language)
      if (filled === undefined) continue
      const { count } = parameters
      const options = {
        lngs: [language.tag],
        // `count` as a number chooses the plural form; what stands in the sentence is `replace`.
        ...(typeof count === 'number' && { count }),
        replace: filled,
      }
      return { text: words.t(key, options), lang: language.tag, dir: language.direction }
    }
    throw new Bug(`No language has the words "${key}"`)
  }
}

// Every plural has at least the form `other` (CLDR, plural rules). An empty text counts as missing.
function hasWords(words: Strings[string] | undefined, key: string): boolean {
  return Boolean(words?.[key] || words?.[`${key}_other`])
}

function prepare(strings: Strings) {
  const words = createInstance()
  void words.init({
    initAsync: false,
    resources: Object.fromEntries(
      Object.entries(strings).map(([tag, translation]) => [tag, { translation }]),
    ),
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    returnEmptyString: false,
    // Pages, posters and screens escape by themselves what they draw.
    interpolation: { escapeValue: false },
  })
  return words
}

/** The gaps in words; `undefined` if one of them has none in this language. */
function fill(parameters: Parameters, language: Language): Record<string, string> | undefined {
  const filled: Record<string, string> = {}
  for (const [name, given] of Object.entries(parameters)) {
    const value = typeof given === 'function' ? given(language.tag) : given
    if (value === undefined) return undefined
    filled[name] = typeof value === 'string' ? isolate(value, language) : numeral(value, language)
  }
  return filled
}

/** A number in the digits of the sentence; a runtime that does not know the language keeps 0 to 9. */
function numeral(value: number, { tag }: Language): string {
  const isKnown = Intl.NumberFormat.supportedLocalesOf(tag).length > 0
  return isKnown ? new Intl.NumberFormat(tag).format(value) : String(value)
}

const LEFT_TO_RIGHT_LETTER = /[^\P{L}\p{Script=Arabic}\p{Script=Hebrew}]/u

/** Keeps "12 Station Street" in its order inside a right-to-left sentence (UAX #9, first-strong isolate). */
function isolate(value: string, language: Language): string {
  const needsIt = language.direction === 'rtl' && LEFT_TO_RIGHT_LETTER.test(value)
  return needsIt ? `\u2068${value}\u2069` : value
}
