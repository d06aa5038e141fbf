import type { PreviewScene } from '#content/model/desk.ts'

/** What somebody has chosen to look at. `size` is that of paper, `day` as `YYYY-MM-DD`, empty for now. */
export type Choice = {
  scene: PreviewScene
  lang: string
  place: string | undefined
  size: 'a4' | 'a3'
  day: string
}

/** The address of a preview. `revision` makes another address of each edit, so that a browser loads it anew. */
export function previewAddress(
  token: string,
  { scene, lang, place, size, day }: Choice,
  { revision, file = scene }: { revision?: string; file?: string } = {},
): string {
  const query = new URLSearchParams({
    lang,
    ...(place && { place }),
    ...(scene === 'poster' && { size }),
    ...(day && { at: `${day}T12:00:00Z` }),
    ...(revision && { v: revision }),
  })
  return `/preview/${token}/${file}?${query}`
}
