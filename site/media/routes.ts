import { Hono } from 'hono'
import type { OpenMedia } from '#content/queries/load-public-media.ts'
import type { OpenFile } from './open-file.ts'
import type { Shelf } from './shelf.ts'

/** What recordings are served from. */
export type MediaRooms = { shelf: Shelf<OpenMedia>; openFile: OpenFile }

// What a player has to know of the bytes. No tag and no date: nothing is kept that could be compared.
const KEPT_HEADERS = ['content-length', 'content-range', 'accept-ranges']

/**
 * Answers `/media/{name}`: sound and film that pages offer now, for anybody, without a cookie or a line in the log. What
 * is no longer public is not there, at once; and no browser keeps what it has played.
 */
export function createMediaRoutes({
  shelf,
  openFile,
}: MediaRooms): (request: Request) => Promise<Response | undefined> {
  const app = new Hono().basePath('/media')

  app.on(['GET', 'HEAD'], '/:name{[0-9a-f]{32}}', async ({ req }) => {
    const media = await shelf.find(req.param('name'))
    const found = media && (await openFile(media.assetId, req.raw))
    if (media === undefined || found === undefined || ![200, 206, 416].includes(found.status)) {
      return new Response(null, { status: 404, headers: NEVER_KEPT })
    }
    const headers = new Headers(NEVER_KEPT)
    for (const name of KEPT_HEADERS) {
      const value = found.headers.get(name)
      if (value !== null) headers.set(name, value)
    }
    headers.set('Content-Type', media.type)
    return new Response(found.body, { status: found.status, headers })
  })
  app.on(['GET', 'HEAD'], '*', () => new Response(null, { status: 404, headers: NEVER_KEPT }))
  app.all('*', () => new Response(null, { status: 405, headers: { Allow: 'GET, HEAD' } }))

  // The process as a whole says it, and tells the log.
  app.onError((error) => {
    throw error
  })

  return async (request) => {
    const { pathname } = new URL(request.url)
    return OURS.test(pathname) ? app.fetch(request) : undefined
  }
}

const OURS = /^\/media(\/|$)/
const NEVER_KEPT = { 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' }
