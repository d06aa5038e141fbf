import type { LanguageTag } from '#content/model/language-tag.ts'
import { findLanguage, type Language } from '#content/model/languages.ts'
import { spellQuery } from './addresses.ts'
import type { Services } from './services.ts'

/** One language in its own name, and this page in it. `isFirst` are those of the place. */
export type LanguageLink = {
  language: Language
  href: string
  isCurrent: boolean
  isFirst: boolean
}

/** The page at `pathname` in every language on offer. `first` stand in front: those of the place. */
export function languageLinks(
  { languages, offered }: Pick<Services, 'languages' | 'offered'>,
  url: URL,
  current: LanguageTag,
  first: readonly LanguageTag[] = [],
): LanguageLink[] {
  const table = languages()
  return [...new Set([...first, ...offered()])].flatMap((tag) => {
    const language = findLanguage(table, tag)
    if (language === undefined) return []
    const isCurrent = tag === current
    return [
      { language, href: inLanguage(url, tag, table), isCurrent, isFirst: first.includes(tag) },
    ]
  })
}

function inLanguage(url: URL, tag: LanguageTag, languages: readonly Language[]): string {
  const [first = '', second = '', ...rest] = url.pathname.split('/').slice(1)
  const query = spellQuery(url.pathname, url.searchParams).replace(/^(?=.)/, '?')
  if (first === 'Q') return `/Q/${second}/${tag}${query}`
  if (first === 'posters') {
    const size = url.searchParams.get('size')
    return `${url.pathname}?${new URLSearchParams({ lang: tag, ...(size && { size }) })}`
  }
  const isNamed = findLanguage(languages, first) !== undefined
  const segments = [tag, ...(isNamed ? [second, ...rest] : [])].filter((one) => one !== '')
  return `/${segments.join('/')}${query}`
}
