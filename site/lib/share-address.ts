import type { LanguageTag } from '#content/model/language-tag.ts'
import type { Services } from './services.ts'

/**
 * The whole address of this page for another telephone: the code that opened it where there was one (its place may be
 * unlisted), else the page itself, in this language. Nothing else of the address goes along.
 *
 * @example shareAddress(new URL('http://x/Q/DEMO01?card=1'), 'ti', { origin: 'https://help.example' })
 * // 'https://help.example/Q/DEMO01/ti'
 */
export function shareAddress(
  url: URL,
  lang: LanguageTag,
  { origin }: Pick<Services, 'origin'>,
): string {
  const [first = '', second = ''] = url.pathname.split('/').slice(1)
  const path = first === 'Q' ? `Q/${second}/${lang}` : `${lang}/${second}`
  return `${origin}/${path}`.replace(/\/$/, '')
}
