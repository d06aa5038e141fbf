import type { LakeDocument } from '#content/lake/document.ts'
import { Mistake } from '#content/model/errors.ts'
import { notYetPublic } from '#content/model/let-out.ts'
import { loadGuide } from '#content/queries/load-guide.ts'
import { type Services, withServices } from '../lib/services.ts'
import { asPreview } from './as-preview.ts'
import type { PreviewRooms } from './context.ts'
import { previewHeaders } from './headers.ts'
import { problemPage } from './problem-page.ts'
import { messageOf, type Scene, sceneFacts } from './scene.ts'

/** Renders an address with the site's own pages. */
export type Render = (request: Request) => Promise<Response>

/** The help page or guide that a draft is on, by the site's own page. `addressIn` is that of this preview. */
export async function previewPage(
  rooms: PreviewRooms,
  scene: Scene,
  options: {
    raw: LakeDocument
    place: string | undefined
    addressIn: (lang: string) => string
    render: Render
  },
): Promise<Response> {
  const { raw, place, addressIn, render } = options
  const { lang, now, client, languages, strings, speak, report } = scene
  const base = rooms.services
  const shown = scene.type === 'guide' ? undefined : await sceneFacts(rooms, scene, place)
  const facts = shown && { ...shown.facts, place: { ...shown.facts.place, listed: true } }
  const aside: Services = {
    ...base,
    loadPlaceFacts: async () => facts,
    loadGuide: (slug) => loadGuide(client, slug, report),
    languages: () => languages,
    offered: () => languages.map(({ tag }) => tag).filter((tag) => tag in strings),
    speak,
    now: () => now,
    // Nothing that is not public may lie where the public's pages do.
    countScan: () => {},
    servePage: async (_request, again) => (await again()).response,
    fail: (request, error) =>
      error instanceof Mistake ? problemPage(200, error.message) : base.fail(request, error),
  }
  const path = facts ? facts.place.slug : `guide/${slugOf(scene.stored)}`
  const request = new Request(`${base.origin}/${lang}/${path}`)
  const response = await withServices(aside, () => render(request))
  const notes = [
    ...notYetPublic(raw, lang),
    ...(shown?.isStandIn ? [STANDS_IN] : []),
    ...scene.notes,
  ]
  const message = facts?.messages.find((one) => one.id === messageOf(scene))
  const headings = message?.heading.map(({ text }) => text) ?? []
  return new Response(asPreview(await response.text(), { notes, headings, addressIn, path }), {
    status: response.status,
    headers: previewHeaders(response.headers),
  })
}

/** Said where no place shows a document. */
export const STANDS_IN =
  'No place shows it yet: it stands at a new place here, which does not exist.'

function slugOf(stored: unknown): string {
  const slug = typeof stored === 'object' && stored !== null && 'slug' in stored && stored.slug
  const current = typeof slug === 'object' && slug !== null && 'current' in slug && slug.current
  if (typeof current === 'string' && /^[a-z0-9-]+$/.test(current)) return current
  throw new Mistake('preview-slug', 'It has no address yet: fill in its slug, then look again.')
}
