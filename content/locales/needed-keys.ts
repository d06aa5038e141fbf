import { type LanguageTag, languageTag } from '#content/model/language-tag.ts'

type Words = Readonly<Record<string, string>>

/** CLDR's categories of plurals, as keys end with them. */
const PLURAL = /_(?:zero|one|two|few|many|other)$/

/** Whether a key is one form of a plural: English has its form `other` then. */
function isPlural(key: string, english: Words): boolean {
  return PLURAL.test(key) && `${baseOf(key)}_other` in english
}

function baseOf(key: string): string {
  return key.replace(PLURAL, '')
}

/**
 * The categories of plurals that a language needs; those of English where this runtime does not know it, or where it
 * is no tag yet, as in a form that somebody has just opened.
 */
export function pluralCategories(tag: LanguageTag): readonly string[] {
  const isKnown =
    languageTag.safeParse(tag).success && Intl.PluralRules.supportedLocalesOf(tag).length > 0
  return new Intl.PluralRules(isKnown ? tag : 'en').resolvedOptions().pluralCategories
}

/**
 * All keys that a language needs words for, in the order of the English ones: a plural in each of its own categories.
 *
 * @example neededKeys({ 'a_one': 'one', 'a_other': 'many' }, 'ar') // a_few, a_many, a_one, a_other, a_two, a_zero
 */
export function neededKeys(english: Words, tag: LanguageTag): string[] {
  const keys = Object.keys(english).flatMap((key) =>
    isPlural(key, english)
      ? pluralCategories(tag).map((category) => `${baseOf(key)}_${category}`)
      : [key],
  )
  return [...new Set(keys)]
}

/** The English words that a key is translated from: those of its form `other` where English has fewer forms. */
export function sourceOf(key: string, english: Words): string | undefined {
  if (Object.hasOwn(english, key)) return english[key]
  return PLURAL.test(key) ? english[`${baseOf(key)}_other`] : undefined
}

/** Keys that a language still has no words for; none makes it complete. */
export function missingKeys(english: Words, words: Words | undefined, tag: LanguageTag): string[] {
  return neededKeys(english, tag).filter((key) => !words?.[key])
}
