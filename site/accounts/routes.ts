import { Hono } from 'hono'
import { html } from 'hono/html'
import { HTTPException } from 'hono/http-exception'
import { isOwnRequest, needsOwnOrigin } from '#content/access/own-request.ts'
import { studioAuth } from '#content/access/studio-auth.ts'
import { accountPages } from './account-pages.ts'
import { type Env, type Rooms, wordsOf } from './context.ts'
import { factorPages } from './factor-pages.ts'
import { linkPages } from './link-pages.ts'
import { loginPages } from './login.ts'
import { onlyMembers } from './only-members.ts'
import { passkeyRoutes } from './passkeys.ts'
import { peoplePages } from './people-pages.ts'
import { resetPages } from './reset-pages.ts'

const OURS = /^\/(login|account|api\/auth)(\/|$)/
const MOST_BYTES = 64 * 1024

/** Signing in and the pages of an account as one function; undefined for addresses that are not theirs. */
export function createAccountRoutes(
  rooms: Rooms,
  fail: (request: Request, error: unknown) => Response,
): (request: Request, peer: string) => Promise<Response | undefined> {
  const { accounts, frame } = rooms
  const toStudio = studioAuth(accounts)
  const app = new Hono<Env>()
  app.use(async ({ req }, next) => refusalOf(req.raw) ?? next())
  app.use(async (asked, next) => {
    const { method, headers } = asked.req.raw
    if (!needsOwnOrigin(method, headers) || isOwnRequest(headers, accounts.origins)) return next()
    const words = wordsOf(rooms, asked)
    return frame({ words, title: 'foreign.title', status: 403, content: nothing(words) })
  })
  app.route('/api/auth', passkeyRoutes(rooms))
  app.route('/login/reset', resetPages(rooms))
  app.route('/login', loginPages(rooms))
  app.route('/login', linkPages(rooms))
  app.use('/account/*', onlyMembers(rooms))
  app.route('/account/people', peoplePages(rooms))
  app.route('/account', factorPages(rooms))
  app.route('/account', accountPages(rooms))
  app.notFound((asked) => {
    const words = wordsOf(rooms, asked)
    return frame({ words, title: 'missing.title', status: 404, content: nothing(words) })
  })
  app.onError((error, { req }) =>
    error instanceof HTTPException ? error.getResponse() : fail(req.raw, error),
  )

  return async (request, peer) => {
    const { pathname } = new URL(request.url)
    if (OURS.test(pathname)) return app.fetch(request, { peer })
    return toStudio(request)
  }
}

/** What no page of ours sends. Node holds a body to the length that it says it has. */
function refusalOf({ method, headers }: Request): Response | undefined {
  const refuse = (status: number, allow?: string) =>
    new Response(null, { status, ...(allow && { headers: { allow } }) })
  if (!['GET', 'HEAD', 'POST'].includes(method)) return refuse(405, 'GET, HEAD, POST')
  if (method !== 'POST') return undefined
  if (headers.has('transfer-encoding')) return refuse(411)
  return Number(headers.get('content-length') ?? 0) > MOST_BYTES ? refuse(413) : undefined
}

function nothing({ say }: ReturnType<typeof wordsOf>) {
  return html`<p><a href="/login">${say('login.title')}</a></p>`
}
