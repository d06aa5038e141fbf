import { parseAccept } from 'hono/utils/accept'
import type { LanguageTag } from '#content/model/language-tag.ts'

/** More wishes than these add pages to keep, not help. */
const MOST_WISHES = 2
const LONGEST_HEADER = 500
// Browsers send a handful; each one read costs time on every request.
const MOST_READ = 12

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
    .slice(0, MOST_READ)
    .flatMap(({ type }) => findOffered(type, readOffered(offered)) ?? [])
  return [...new Set(wishes)].slice(0, MOST_WISHES)
}

type Offered = { tag: LanguageTag; locale: Intl.Locale; spelt: string; full: Intl.Locale }

function findOffered(wish: string, offered: readonly Offered[]): LanguageTag | undefined {
  const wanted = readLocale(wish)
  if (wanted === undefined) return undefined
  const full = wanted.maximize()
  const sameLanguage = offered.filter((one) => one.locale.language === wanted.language)
  const found =
    sameLanguage.find((one) => one.spelt === wanted.toString()) ??
    sameLanguage.find((one) => one.full.toString() === full.toString()) ??
    sameLanguage.find((one) => one.full.script === full.script) ??
    sameLanguage[0]
  return found?.tag
}

// Reading a table of languages takes a hundred times as long as looking something up in it.
const tables = new WeakMap<readonly LanguageTag[], Offered[]>()

function readOffered(offered: readonly LanguageTag[]): Offered[] {
  const known = tables.get(offered)
  if (known) return known
  const table = offered.flatMap((tag) => {
    const locale = tag.endsWith('-simple') ? undefined : readLocale(tag)
    if (locale === undefined) return []
    return [{ tag, locale, spelt: locale.toString(), full: locale.maximize() }]
  })
  tables.set(offered, table)
  return table
}

function readLocale(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag)
  } catch {
    return undefined
  }
}
