import { findLanguage, LAST_LANGUAGE } from '#content/model/languages.ts'
import { isHelpPath } from './addresses.ts'
import type { LanguageLink } from './language-links.ts'
import type { Services } from './services.ts'

/** What search engines are told of a page, with whole addresses; nothing but `robots` where they may not list it. */
export type Finding = {
  robots: string
  canonical?: string
  alternates: { language: string; href: string }[]
}

type Needs = Pick<Services, 'isFindable' | 'languages' | 'origin'>

// Nobody keeps a copy: what is withdrawn here would live on in it.
const UNLISTED: Finding = { robots: 'noindex, noarchive', alternates: [] }

/**
 * How a page may be found: a whole page of ours in its plainest address. Never a printed code (it may open a place that
 * is listed nowhere), a poster, a card, an embedded page, the answer to a choice, or a page that was not found.
 */
export function findingOf(
  { pathname, search }: URL,
  { isFound, languages }: { isFound: boolean; languages: readonly LanguageLink[] },
  services: Needs,
): Finding {
  const table = services.languages()
  const [, first = ''] = pathname.split('/')
  const isPlain = search === '' && (first === '' || findLanguage(table, first) !== undefined)
  if (!services.isFindable() || !isFound || !isPlain) return UNLISTED
  const own = languages.filter(({ isFirst }) => isFirst)
  // Three of four languages have our own words only, and 300 bytes are much on a slow network: a place is found in the
  // languages that it is written in. A map of the site would hold 30 million addresses for 20,000 places.
  const inLanguages = (own.length > 0 ? own : languages).map(({ language, href }) => ({
    language: language.tag,
    href,
  }))
  const isLast = ({ language }: { language: string }) => language === LAST_LANGUAGE
  const fallback = isHelpPath(pathname, table) ? inLanguages.find(isLast)?.href : '/'
  const all = [...inLanguages, ...(fallback ? [{ language: 'x-default', href: fallback }] : [])]
  const whole = (path: string) => `${services.origin}${path}`
  return {
    robots: 'noarchive',
    canonical: whole(pathname),
    alternates: all.map(({ language, href }) => ({ language, href: whole(href) })),
  }
}
