import type { Language } from './languages.ts'

/** What a page of another site shows: which help, called what, in which language. `slug` is a place's or country's. */
export type Embedding = {
  origin: string
  slug: string
  language: Pick<Language, 'tag' | 'direction'>
  /** Says to those who hear the page what stands in the frame. */
  title: string
  /** Words of the plain link below it. */
  link: string
}

/**
 * What a frame of ours may do beyond drawing. Its own origin, so that its height can be told from anybody else's; the
 * whole window, for the exit and for calls. Leaving it without a click is what Escape needs: no browser counts that key
 * as an act of the reader.
 */
const SANDBOX = 'allow-scripts allow-same-origin allow-top-navigation'

/**
 * HTML that shows help in a page of another site: a frame as tall as what it says, and a plain link, which remains where
 * frames are refused or scripts are off. The lines of script stand first, or they would miss the first height.
 */
export function embedSnippet({ origin, slug, language, title, link }: Embedding): string {
  const home = new URL(origin).origin
  const address = `${home}/${language.tag}/${encodeURIComponent(slug)}`
  const tongue = `lang="${quoted(language.tag)}" dir="${language.direction}"`
  return `<script>
addEventListener('message', ({ origin, source, data }) => {
  if (origin !== '${home}' || data?.type !== 'waymark:height') return
  const frame = [...document.querySelectorAll('iframe')].find((one) => one.contentWindow === source)
  if (frame && data.height > 0 && data.height < 50000) frame.style.height = Math.ceil(data.height) + 'px'
})
</script>
<iframe src="${quoted(address)}?embed=1" title="${quoted(title)}" ${tongue}
  width="100%" height="640" style="border:0" referrerpolicy="no-referrer" allow="clipboard-write"
  sandbox="${SANDBOX}"></iframe>
<p><a href="${quoted(address)}" rel="noreferrer" ${tongue}>${quoted(link)}</a></p>
`
}

function quoted(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
