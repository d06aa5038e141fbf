import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import type { Logger } from 'pino'
import { spellAddress } from './addresses.ts'
import { failurePage } from './failure-page.ts'
import { keepingHeaders, keyOf } from './serve-page.ts'
import type { Services } from './services.ts'

/** Who answers what: each a function from request to response. */
export type Rooms = {
  services: Services
  /** Absent where the content is kept by others. */
  lake: { fetch: (request: Request) => Promise<Response> } | undefined
  /** `undefined` where the address is not the screens'. */
  screens: (request: Request) => Promise<Response | undefined>
  render: (request: Request) => Promise<Response>
  /** Absolute path of what the build made for browsers. */
  clientFolder: string
  log: Logger
}

const ALIVE = new Response('ok\n', { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
// A render takes some 20 ms: more than this many at once are not a crowd of readers.
const MOST_RENDERS = 200

/** The whole process as one function. Logs failures, never who asked for what. */
export function createRoutes({ services, lake, screens, render, clientFolder, log }: Rooms): Hono {
  let renders = 0
  const app = new Hono()
  app.get('/healthz', () => ALIVE.clone())
  if (lake) app.all('/lake/*', ({ req }) => lake.fetch(req.raw))
  app.use(async ({ req }, next) => (await screens(req.raw)) ?? next())
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
  app.onError((err, { req }) => {
    log.error({ err, route: req.path.split('/')[1] }, 'A request has failed')
    return failurePage(req.raw, services)
  })

  async function page(asked: Request): Promise<Response> {
    // Inside, every address begins with our own origin: host names of requests are not believed.
    const { pathname, search } = new URL(asked.url)
    const { path, isServedAsIs } = spellAddress(pathname, services.languages())
    if (path !== pathname && !isServedAsIs) return sendOn(`${path}${search}`)
    if (renders >= MOST_RENDERS) return failurePage(asked, services, 503)
    renders += 1
    try {
      const url = new URL(`${path}${search}`, services.origin)
      const response = await render(new Request(url, { headers: asked.headers }))
      return response.status < 500
        ? withCacheHeaders(url, asked, response)
        : failurePage(asked, services)
    } finally {
      renders -= 1
    }
  }

  function withCacheHeaders(url: URL, asked: Request, response: Response): Response {
    const key = keyOf(url, asked.headers.get('accept-language') ?? undefined, services)
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
