/** What a preview says besides, and where it leads. */
type Changes = {
  notes: readonly string[]
  headings: readonly string[]
  addressIn: (lang: string) => string
  path: string
}

const LINK = /(<a\b[^>]*?\s)href="([^"]*)"/g
const SCRIPT = /<script\b[^>]*>[\s\S]*?<\/script>/g

/**
 * A page of ours as a preview: it says that it is a draft and why it is not public yet, leads only to itself in other
 * languages, and runs nothing. `path` is what follows the language in its address. The block with one of the `headings`
 * is marked, so that the Studio can show it first.
 */
export function asPreview(html: string, { notes, headings, addressIn, path }: Changes): string {
  const said = [DRAFT_MARK, ...new Set(notes)].map((note, at) =>
    at === 0 ? `<strong>${note}</strong>` : `<span>${escapeHtml(note)}</span>`,
  )
  const strip = `<p class="sample" lang="en" dir="ltr">${said.join(' ')}</p>`
  return withAnchor(html, headings)
    .replace(SCRIPT, '')
    .replace('<main id="content">', (main) => `${main}${strip}`)
    .replace(LINK, (_, start: string, href: string) => {
      const [, lang] = new RegExp(`^/([\\w-]+)/${path}$`).exec(href) ?? []
      return `${start}href="${lang === undefined ? '#' : escapeHtml(addressIn(lang))}"`
    })
}

/** Stands on every draft that is drawn for staff. */
export const DRAFT_MARK = 'DRAFT'

/** Text as HTML writes it. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.codePointAt(0)};`)
}

function withAnchor(html: string, headings: readonly string[]): string {
  const main = html.indexOf('<main')
  const at = headings.map((one) => html.indexOf(escapeHtml(one), main)).find((one) => one > main)
  const start = at === undefined ? -1 : html.lastIndexOf('<article', at)
  if (start < main) return html
  return `${html.slice(0, start)}<article id="draft"${html.slice(start + '<article'.length)}`
}
