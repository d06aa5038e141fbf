/** A document's published and drafted id. Nothing is ever published from a version of a release. */
export function familyOf(id: string): [published: string, draft: string] {
  const published = id.replace(/^drafts\./, '').replace(/^versions\.[^.]+\./, '')
  return [published, `drafts.${published}`]
}
