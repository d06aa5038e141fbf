const LINK = /(<a\b[^>]*?\s)href="([^"]*)"/g
const SCRIPT = /<script\b[^>]*>[\s\S]*?<\/script>/g

/**
 * A page of ours as a preview: it says that it is a draft and why it is not public yet, leads only to itself in other
 * languages, and runs nothing. `path` is what follows the language in its address.
 */
export function asPreview(
  html: string,
  {
    notes,
    addressIn,
    path,
  }: { notes: string[]; addressIn: (lang: string) => string; path: string },
): string {
  const said = [DRAFT_MARK, ...new Set(notes)].map((note, at) =>
    at === 0 ? `<strong>${note}</strong>` : `<span>${escapeHtml(note)}</span>`,
  )
  const strip = `<p class="sample" lang="en" dir="ltr">${said.join(' ')}</p>`
  return html
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
