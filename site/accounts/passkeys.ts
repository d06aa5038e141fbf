import { Hono } from 'hono'
import { z } from 'zod'
import type { AuthAnswer } from '#content/access/ask-auth.ts'
import { type Env, type Rooms, visitorOf } from './context.ts'

const signature = z.object({ response: z.record(z.string(), z.unknown()) })
const registration = signature.extend({ name: z.string().trim().min(1).max(60) })

/** The four addresses of better-auth that a browser's script needs. All others are asked from within only. */
export function passkeyRoutes(rooms: Rooms): Hono<Env> {
  const { accounts } = rooms
  const { ask, audit, sessions, signIn } = accounts
  const app = new Hono<Env>()

  for (const path of ['generate-register-options', 'generate-authenticate-options']) {
    app.get(`/passkey/${path}`, async (asked) =>
      handOn(await ask(`/passkey/${path}`, visitorOf(rooms, asked))),
    )
  }

  app.post('/passkey/verify-authentication', async (asked) => {
    const body = signature.safeParse(await readJson(asked.req))
    if (!body.success) return refuse()
    const answer = await signIn.withPasskey(body.data.response, visitorOf(rooms, asked))
    return handOn({ ...answer, body: {} })
  })

  app.post('/passkey/verify-registration', async (asked) => {
    const body = registration.safeParse(await readJson(asked.req))
    if (!body.success) return refuse()
    const visitor = visitorOf(rooms, asked)
    const session = await sessions.find(visitor.headers)
    const answer = await ask('/passkey/verify-registration', visitor, body.data)
    if (answer.status === 200 && session) {
      const by = { actor: session.account, session: session.id }
      audit.write('second-factor-added', { ...by, detail: 'passkey' })
    }
    return handOn({ ...answer, body: {} })
  })

  app.all('*', () => new Response(null, { status: 404 }))
  return app
}

async function readJson(request: { json: () => Promise<unknown> }): Promise<unknown> {
  try {
    return await request.json()
  } catch {
    return undefined
  }
}

function refuse(): Response {
  return handOn({ status: 400, body: {}, cookies: [] })
}

function handOn({ status, body, cookies }: AuthAnswer): Response {
  const response = Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })
  for (const cookie of cookies) response.headers.append('Set-Cookie', cookie)
  return response
}
