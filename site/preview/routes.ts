import { staffAmong } from '#content/access/binding.ts'
import { identityFor } from '#content/access/policy.ts'
import { Mistake } from '#content/model/errors.ts'
import type { Look, PreviewRooms } from './context.ts'
import { findDocument } from './find-document.ts'
import { previewHeaders } from './headers.ts'
import { previewPage, type Render } from './page.ts'
import { previewPoster } from './poster.ts'
import { problemPage } from './problem-page.ts'
import { openScene } from './scene.ts'
import { createShelf, previewBlob, previewRelease } from './screen.ts'

const ADDRESS = /^\/preview(?:\/|$)([^/]*)\/?(.*)$/

/** Answers the addresses under `/preview`; undefined for all others. */
export type Previews = (request: Request, render: Render) => Promise<Response | undefined>

/** Makes what shows drafts to those who may see them. Each time it asks anew who looks, and whether they may. */
export function createPreviewRoutes(rooms: PreviewRooms): Previews {
  const shelf = createShelf()
  return async (request, render) => {
    const { pathname, searchParams } = new URL(request.url)
    const [isOurs, token = '', what = ''] = ADDRESS.exec(pathname) ?? []
    if (isOurs === undefined) return undefined
    if (request.method !== 'GET') return problemPage(405, 'A preview can only be looked at.')
    try {
      const seen = await whatIsSeen(rooms, request, token)
      if (seen instanceof Response) return seen
      const { id, raw } = seen
      const [, sha256] = /^blobs\/([0-9a-f]{64})$/.exec(what) ?? []
      if (sha256 !== undefined) return previewBlob(shelf, id, sha256) ?? nothing()
      if (what === 'screen') return screenPage(rooms, request)
      const look = readLook(searchParams)
      const open = () => openScene(rooms, raw, id, look)
      switch (what) {
        case 'page': {
          const addressIn = (lang: string) => inLanguage(pathname, searchParams, lang)
          const { place } = look
          return await previewPage(rooms, await open(), { raw, place, addressIn, render })
        }
        case 'poster':
        case 'poster.svg':
          return await previewPoster(rooms, await open(), { raw, look, format: 'svg' })
        case 'poster.pdf':
          return await previewPoster(rooms, await open(), { raw, look, format: 'pdf' })
        case 'poster.png':
          return await previewPoster(rooms, await open(), { raw, look, format: 'png' })
        case 'release.json':
          return await previewRelease(rooms, await open(), { place: look.place, shelf })
      }
      return nothing()
    } catch (error) {
      // That a draft is unfinished is what a preview is for, and no failure.
      if (error instanceof Mistake) return problemPage(200, error.message)
      // The address holds a token: only its area is told.
      rooms.log.error({ err: error, area: 'preview' }, 'A preview has failed')
      return problemPage(500, 'The preview could not be made. What you wrote is kept. Try again.')
    }
  }
}

async function whatIsSeen(
  { accounts, client, tokens, now }: PreviewRooms,
  request: Request,
  token: string,
) {
  const claim = tokens.read(token)
  if (claim === undefined) return nothing()
  if (claim.state === 'expired') {
    return problemPage(410, 'This preview is over. Open it again from the document in the Studio.')
  }
  const session = await accounts.sessions.find(request.headers)
  if (session === undefined) {
    return problemPage(401, 'Your session has ended. Sign in again; what you wrote is kept.')
  }
  const bindings = accounts.members.bindingsOf(session.account)
  const isTheirs = session.account === claim.account && staffAmong(bindings).length > 0
  if (!isTheirs) return nothing()
  const identity = identityFor({ id: session.account, bindings, now: new Date(now()) })
  const raw = await findDocument(client, claim.id, identity)
  return raw === undefined ? nothing() : { id: claim.id, raw }
}

async function screenPage({ screen }: PreviewRooms, request: Request): Promise<Response> {
  const page = await screen.page(request)
  if (page === undefined) return nothing()
  const headers = previewHeaders(page.headers)
  const encoding = page.headers.get('content-encoding')
  if (encoding) headers.set('Content-Encoding', encoding)
  return new Response(page.body, { headers })
}

function readLook(query: URLSearchParams): Look {
  const at = Date.parse(query.get('at') ?? '')
  return {
    lang: query.get('lang') ?? undefined,
    place: query.get('place') ?? undefined,
    size: query.get('size') ?? undefined,
    at: Number.isNaN(at) ? undefined : at,
  }
}

function inLanguage(pathname: string, query: URLSearchParams, lang: string): string {
  return `${pathname}?${new URLSearchParams([...query].filter(([name]) => name !== 'lang').concat([['lang', lang]]))}`
}

function nothing(): Response {
  return problemPage(
    404,
    'There is nothing to see here. Open the preview from the document in the Studio.',
  )
}
