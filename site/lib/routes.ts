import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { Bug } from '#content/model/errors.ts'
import type { Previews } from '../preview/routes.ts'
import { spellAddress, spellQuery } from './addresses.ts'
import { failurePage } from './failure-page.ts'
import { keepingHeaders, keyOf } from './serve-page.ts'
import type { Services } from './services.ts'

/** Who answers what: each a function from request to response. */
export type Rooms = {
  services: Services
  /** Absent where the content is kept by others. */
  lake: { fetch: (request: Request) => Promise<Response> } | undefined
  /** Signing in and the pages of an account; `undefined` where the address is not theirs. */
  accounts: ((request: Request, peer: string) => Promise<Response | undefined>) | undefined
  /** The desk of the Studio's tools; `undefined` where the address is not its. */
  desk: ((request: Request) => Promise<Response | undefined>) | undefined
  /** Texts for reviewers without an account; `undefined` where the address is not theirs. */
  review: ((request: Request) => Promise<Response | undefined>) | undefined
  /** Drafts for those who may see them; `undefined` where the address is not theirs. */
  previews: Previews | undefined
  /** Recordings that pages offer; `undefined` where the address is not theirs. */
  media: (request: Request) => Promise<Response | undefined>
  /** `undefined` where the address is not the screens'. */
  screens: (request: Request) => Promise<Response | undefined>
  /** `undefined` where the address is not the authors'. */
  studio: (request: Request) => Promise<Response | undefined>
  render: (request: Request) => Promise<Response>
  /** Absolute path of what the build made for browsers. */
  clientFolder: string
}

const ALIVE = new Response('ok\n', { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
// A render takes some 20 ms: more different pages than this at once are not a crowd of readers.
const MOST_RENDERS = 200
// Addresses that Astro keeps for itself; none of our pages uses them.
const NOT_OURS = /^\/_/

/** What comes with a request: the address of who asks. */
type Asked = { Bindings: { peer: string } }

/** The whole process as one function. */
export function createRoutes(rooms: Rooms): Hono<Asked> {
  const {
    services,
    lake,
    accounts,
    desk,
    review,
    previews,
    media,
    screens,
    studio,
    render,
    clientFolder,
  } = rooms
  const underWay = new Map<string, number>()
  const app = new Hono<Asked>()
  app.get('/healthz', () => ALIVE.clone())
  if (accounts) {
    app.use(async ({ req, env }, next) => (await accounts(req.raw, env?.peer ?? '')) ?? next())
  }
  if (desk) app.use(async ({ req }, next) => (await desk(req.raw)) ?? next())
  if (review) app.use(async ({ req }, next) => (await review(req.raw)) ?? next())
  if (previews) app.use(async ({ req }, next) => (await previews(req.raw, render)) ?? next())
  if (lake) app.all('/lake/*', ({ req }) => lake.fetch(req.raw))
  app.use(async ({ req }, next) => (await media(req.raw)) ?? next())
  app.use(async ({ req }, next) => (await screens(req.raw)) ?? next())
  app.use(async ({ req }, next) => (await studio(req.raw)) ?? next())
  app.use(
    serveStatic({
      root: clientFolder,
      onFound: (file, { header }) => {
        const isHashed = file.includes('/_assets/')
        header('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    }),
  )
  app.on(['GET', 'HEAD'], '*', ({ req }) => page(req.raw))
  app.all('*', () => new Response(null, { status: 405, headers: { Allow: 'GET, HEAD' } }))
  app.onError((error, { req }) => services.fail(req.raw, error))

  async function page(asked: Request): Promise<Response> {
    // Inside, every address begins with our own origin: host names of requests are not believed.
    const { pathname, search, searchParams } = new URL(asked.url)
    const { path, isServedAsIs } = spellAddress(pathname, services.languages())
    if (path !== pathname && !isServedAsIs) return sendOn(`${path}${search}`)
    const url = new URL(NOT_OURS.test(path) ? '/404' : path, services.origin)
    url.search = spellQuery(path, searchParams)
    const key = keyOf(url, asked.headers.get('accept-language') ?? undefined, services)
    const waiting = underWay.get(key) ?? 0
    // Those who want the same page wait for one rendering: only different pages count.
    if (waiting === 0 && underWay.size >= MOST_RENDERS) return failurePage(asked, services, 503)
    underWay.set(key, waiting + 1)
    try {
      const response = await render(new Request(url, { headers: asked.headers }))
      // A page that fails says so to the reader itself; nothing at all comes from a failure outside of pages.
      if (response.status >= 500 && response.body === null) throw new Bug('no page was rendered')
      return withCacheHeaders(url, key, response)
    } finally {
      const left = (underWay.get(key) ?? 1) - 1
      if (left === 0) underWay.delete(key)
      else underWay.set(key, left)
    }
  }

  function withCacheHeaders(url: URL, key: string, response: Response): Response {
    const kept = response.status < 400 ? services.pageCache.find(key) : undefined
    const headers = keepingHeaders(url.pathname, kept, services)
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
    return response
  }

  return app
}

function sendOn(to: string): Response {
  return new Response(null, { status: 308, headers: { Location: to, 'Cache-Control': 'no-store' } })
}
