import type { Accounts } from './accounts.ts'
import { isOwnRequest } from './own-request.ts'

const ADDRESS = /^\/lake\/v[^/]+\/auth\/(providers|id|logout)$/

/**
 * Answers what the Studio asks about signing in, under `/lake/v{date}/auth`; undefined for every other address.
 * The one provider is our own page.
 */
export function studioAuth(
  accounts: Accounts,
): (request: Request) => Promise<Response | undefined> {
  const { sessions, audit, origins, ask, cover } = accounts
  return async (request) => {
    const asked = ADDRESS.exec(new URL(request.url).pathname)?.[1]
    const { method, headers } = request
    if (asked === undefined) return undefined
    if (asked === 'providers') {
      // A path, not an address: the Studio stays on the name that it was opened by.
      return json({ providers: [{ name: 'waymark', title: 'Waymark', url: '/login' }] })
    }
    const session = await sessions.find(headers)
    if (asked === 'id') {
      if (session) return json({ id: session.account })
      return json({ statusCode: 401, error: 'Unauthorized', message: 'Nobody is signed in' }, 401)
    }
    if (method !== 'POST') return json({ statusCode: 405, error: 'Method Not Allowed' }, 405)
    if (session === undefined) return new Response(null, { status: 204 })
    if (!isOwnRequest(headers, origins)) return json({ statusCode: 403, error: 'Forbidden' }, 403)
    const { cookies } = await ask('/sign-out', { headers, address: cover('') }, {})
    audit.write('signed-out', { actor: session.account, session: session.id })
    const answer = new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } })
    for (const cookie of cookies) answer.headers.append('Set-Cookie', cookie)
    return answer
  }
}

function json(body: unknown, status = 200): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })
}
