import type { LanguageTag } from '#content/model/language-tag.ts'
import { findLanguage, type Language } from '#content/model/languages.ts'

/** One spelling for each address. `served` ones answer in any spelling, the others send the reader on. */
export type Address = { path: string; isServedAsIs: boolean }

/** The legal pages, by the word in their address. */
export const LEGAL_PAGES = ['imprint', 'privacy', 'accessibility'] as const

// As long as an id of a document may be.
const LONGEST_VALUE = 128
const ANY = /./
const ON = /^1$/
const BACK = { code: /^[0-9a-z]{6}$/, place: /^[a-z][a-z0-9-]{2,}$/ }
// Each value that is let through is a page of its own in the cache.
const QUERIES: readonly (readonly [area: RegExp, values: Readonly<Record<string, RegExp>>])[] = [
  [/^\/posters\//, { lang: ANY, size: ANY }],
  [/^\/[^/]+\/guide\//, { ...BACK, embed: ON }],
  [new RegExp(`^/[^/]+/(?:${LEGAL_PAGES.join('|')})$`), { of: /^[0-9a-z][\w.-]*$/, ...BACK }],
  [/^\/[^/]+\/[a-z]{2}$/, { part: /^[1-9]\d{0,2}$/, embed: ON }],
  [/^\/(?:Q\/[^/]+(?:\/[^/]+)?|[^/]+\/[^/]+)$/, { at: /^[a-z]{2}$/, card: ON, embed: ON }],
]
const PLAIN = /^[\w.~-]+$/

/**
 * The spelling of a path that we know: no slash at the end, capitals where a code or a language has them.
 * Printed codes and posters answer in any spelling: a QR code is all capitals and may not lose a second.
 *
 * @example spellAddress('/q/demo01/TI/', languages) // { path: '/Q/DEMO01/ti', isServedAsIs: true }
 */
export function spellAddress(pathname: string, languages: readonly Language[]): Address {
  const [first = '', ...rest] = pathname.split('/').flatMap((segment) => plain(segment) || [])
  const area = first.toLowerCase()
  if (area === 'q') {
    const [code = '', tag, ...more] = rest
    const language = tag === undefined ? [] : [findLanguage(languages, tag)?.tag ?? tag]
    return { path: join(['Q', code.toUpperCase(), ...language, ...more]), isServedAsIs: true }
  }
  if (area === 'posters') {
    const [file = '', ...more] = rest
    const [code = '', ...format] = file.split('.')
    const name = [code.toUpperCase(), ...format.map((one) => one.toLowerCase())].join('.')
    return { path: join(['posters', name, ...more]), isServedAsIs: true }
  }
  const language = findLanguage(languages, first)
  if (language === undefined) return { path: join([first, ...rest]), isServedAsIs: false }
  const segments = rest.map((segment) => segment.toLowerCase())
  return { path: join([language.tag, ...segments]), isServedAsIs: false }
}

/** What of a query changes a page, in order and in one spelling; anything else that is sent changes nothing. */
export function spellQuery(path: string, query: URLSearchParams): string {
  const values = QUERIES.find(([area]) => area.test(path))?.[1] ?? {}
  const pairs = Object.entries(values).flatMap(([name, pattern]) => {
    const value = query.get(name)?.slice(0, LONGEST_VALUE).toLowerCase()
    return value && pattern.test(value) ? [[name, value]] : []
  })
  return new URLSearchParams(pairs).toString()
}

/** The language that an address itself names. */
export function languageOf(url: URL, languages: readonly Language[]): LanguageTag | undefined {
  const [first = '', , third = ''] = url.pathname.split('/').slice(1)
  const named = first === 'Q' ? third : first === 'posters' ? url.searchParams.get('lang') : first
  return findLanguage(languages, named ?? '')?.tag
}

/**
 * Key of a page in the cache: two requests with the same key get the same page.
 * `negotiate` is only asked where the address names no language.
 */
export function pageKey(
  url: URL,
  negotiate: () => readonly LanguageTag[],
  languages: readonly Language[],
): string {
  const query = spellQuery(url.pathname, url.searchParams)
  const named = languageOf(url, languages)
  return `${url.pathname}?${query} ${named === undefined ? negotiate().join() : ''}`
}

/** Whether a path is a help page that others may keep for a moment: its language stands in the address. */
export function mayBeKeptByOthers(pathname: string, languages: readonly Language[]): boolean {
  const [first = '', second = ''] = pathname.split('/').slice(1)
  return findLanguage(languages, first) !== undefined && !isLegal(second)
}

/** Whether a path, in our spelling, is help itself: of a place, a country, a printed code, or a guide. */
export function isHelpPath(path: string, languages: readonly Language[]): boolean {
  const [first = '', second = '', third] = path.split('/').slice(1)
  if (second === '' || isLegal(second)) return false
  const isNamed = findLanguage(languages, first) !== undefined
  return isNamed ? third === undefined || second === 'guide' : first === 'Q'
}

function isLegal(segment: string): boolean {
  return LEGAL_PAGES.some((name) => name === segment)
}

/** `%63` is `c`: one page has one address, however it is encoded. */
function plain(segment: string): string {
  try {
    const text = decodeURIComponent(segment)
    return PLAIN.test(text) ? text : segment
  } catch {
    return segment
  }
}

function join(segments: readonly string[]): string {
  return `/${segments.join('/')}`
}
