import type { Language } from '#content/model/languages.ts'
import { isHelpPath, spellAddress, spellQuery } from './addresses.ts'

const NOBODY = "frame-ancestors 'none'"
const LINK = /<a\b([^>]*?)\shref="([^"]*)"([^>]*)>/g
const OTHER_PROGRAM = /^(?!https?:)[a-z]+:/

/** Whether an address asks for help without our frame, to stand in a page of another site. */
export function isEmbedded(url: URL, languages: readonly Language[]): boolean {
  const { path } = spellAddress(url.pathname, languages)
  const query = new URLSearchParams(spellQuery(path, url.searchParams))
  return query.has('embed') && isHelpPath(path, languages)
}

/** The address of an embedded page as a page of its own. */
export function ownPage({ pathname, searchParams }: URL): string {
  const rest = new URLSearchParams([...searchParams].filter(([name]) => name !== 'embed'))
  return `${pathname}${rest.size > 0 ? '?' : ''}${rest}`
}

/** Headers of an embedded page for the sites that may show it; none where nobody may. `policy` is the page's own. */
export function embedHeaders(
  policy: string,
  origins: readonly string[],
): Readonly<Record<string, string>> {
  if (origins.length === 0) return {}
  return {
    'Content-Security-Policy': policy.replace(NOBODY, `frame-ancestors ${origins.join(' ')}`),
    // Sites that isolate themselves show frames only that say both.
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  }
}

/**
 * A page of ours as it stands in a frame: its links to help stay in the frame and as they are here, all others take the
 * whole window, the exit first. A link that names its window already is left alone.
 */
export function embedLinks(html: string, languages: readonly Language[]): string {
  return html.replace(LINK, (link, before: string, href: string, after: string) => {
    if (/\starget=/.test(`${before} ${after}`)) return link
    if (href.startsWith('#') || OTHER_PROGRAM.test(href)) return link
    const here = withEmbed(href, languages)
    if (here !== undefined) return `<a${before} href="${here}"${after}>`
    return `<a${before} href="${href}" target="_top"${after}>`
  })
}

/** An address of help with `embed=1`, as HTML writes it; `undefined` for any other. */
function withEmbed(href: string, languages: readonly Language[]): string | undefined {
  if (!href.startsWith('/')) return undefined
  const [address = '', hash] = href.split('#')
  const [path = '', query = ''] = address.split('?')
  if (!isHelpPath(path, languages)) return undefined
  const rest = query.split(/&(?:amp;|#38;)?/).filter((pair) => pair !== '' && pair !== 'embed=1')
  return `${path}?${[...rest, 'embed=1'].join('&amp;')}${hash === undefined ? '' : `#${hash}`}`
}
