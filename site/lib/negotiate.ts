import { parseAccept } from 'hono/utils/accept'
import type { LanguageTag } from '#content/model/language-tag.ts'

/** More wishes than these add pages to keep, not help. */
const MOST_WISHES = 2
const LONGEST_HEADER = 500

/**
 * The languages of ours that a browser asks for, best first, at most two; empty where it asks for none of them.
 * `ku` finds `kmr`, `fa-AF` finds `prs`, `sr` finds `sr-Cyrl`: both sides are compared as CLDR spells them.
 */
export function negotiate(
  header: string | undefined,
  offered: readonly LanguageTag[],
): LanguageTag[] {
  const wishes = parseAccept((header ?? '').slice(0, LONGEST_HEADER))
    .filter(({ q }) => q > 0)
    .flatMap(({ type }) => findOffered(type, offered) ?? [])
  return [...new Set(wishes)].slice(0, MOST_WISHES)
}

function findOffered(wish: string, offered: readonly LanguageTag[]): LanguageTag | undefined {
  const wanted = readLocale(wish)
  if (wanted === undefined) return undefined
  const ours = offered.flatMap((tag) => {
    const locale = tag.endsWith('-simple') ? undefined : readLocale(tag)
    return locale === undefined ? [] : [{ tag, locale, full: locale.maximize() }]
  })
  const full = wanted.maximize()
  const sameLanguage = ours.filter((one) => one.locale.language === wanted.language)
  const found =
    sameLanguage.find((one) => one.locale.toString() === wanted.toString()) ??
    sameLanguage.find((one) => one.full.toString() === full.toString()) ??
    sameLanguage.find((one) => one.full.script === full.script) ??
    sameLanguage[0]
  return found?.tag
}

function readLocale(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag)
  } catch {
    return undefined
  }
}
