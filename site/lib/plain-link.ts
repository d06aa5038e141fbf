import type { LanguageLink } from './language-links.ts'

/** A link to the same page in plainer or in usual words. */
export type PlainLink = LanguageLink & { key: 'plain.easy' | 'plain.usual' }

/** Where the page's language has a plain variant, or is one: the way to the other, if that is on offer. */
export function plainLink(languages: readonly LanguageLink[]): PlainLink | undefined {
  const current = languages.find(({ isCurrent }) => isCurrent)?.language
  if (current === undefined) return undefined
  const easy = languages.find(({ language }) => language.tag === current.plainVariant)
  if (easy) return { ...easy, key: 'plain.easy' }
  const usual = languages.find(({ language }) => language.plainVariant === current.tag)
  return usual && { ...usual, key: 'plain.usual' }
}
