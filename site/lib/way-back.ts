import { findLanguage, type Language } from '#content/model/languages.ts'

const SLUG = /^[a-z][a-z0-9-]{2,}$/
const CODE = /^[0-9a-z]{6}$/

/**
 * What a link from a help page says of where it came from, since links leave no entry to go back to: a place by its
 * name, an unlisted one by the code that opened it.
 *
 * @example fromHere('/Q/DEMO01/ti') // '?code=demo01'
 * @example fromHere('/ti/centralia-station') // '?place=centralia-station'
 */
export function fromHere(pathname: string): string {
  const [first = '', second = ''] = pathname.split('/').slice(1)
  if (first === 'Q') return `?code=${second.toLowerCase()}`
  return SLUG.test(second) ? `?place=${second}` : ''
}

/** The address of the help page that a reader came from; the start page where nothing says so. */
export function wayBack(
  query: URLSearchParams,
  lang: string,
  languages: readonly Language[],
): string {
  const tag = findLanguage(languages, lang)?.tag ?? lang
  const [code = '', place = ''] = [query.get('code') ?? '', query.get('place') ?? '']
  if (CODE.test(code)) return `/Q/${code.toUpperCase()}/${tag}`
  return SLUG.test(place) ? `/${tag}/${place}` : `/${tag}`
}

/** The imprint of one organisation; the way back to a help page goes along. */
export function imprintOf(id: string, lang: string, query: URLSearchParams): string {
  const back = [...query].filter(([name]) => name !== 'of')
  return `/${lang}/imprint?${new URLSearchParams([['of', id], ...back])}`
}
