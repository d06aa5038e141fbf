import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { staffAmong } from '#content/access/binding.ts'
import { isOwnRequest, needsOwnOrigin } from '#content/access/own-request.ts'
import { identityFor } from '#content/access/policy.ts'
import { DESK_PATH } from '#content/model/desk.ts'
import { answerPreviewOrder } from '../preview/order.ts'
import type { DeskEnv, DeskRooms } from './context.ts'
import { glyphRoutes } from './glyphs.ts'
import { answerHours } from './hours.ts'
import { answerMatrix } from './matrix.ts'
import { answerMe } from './me.ts'
import { DeskMistake, problemResponse } from './problem.ts'
import { answerRefusals } from './refusals.ts'
import { reviewLinkRoutes } from './review-links.ts'
import { answerScans } from './scans.ts'
import { truthRoutes } from './truth-routes.ts'

const MOST_BYTES = 256 * 1024

/** Answers the Studio's tools at `/api/desk/...` for staff who are signed in; undefined for other addresses. */
export function createDeskRoutes(
  rooms: DeskRooms,
): (request: Request) => Promise<Response | undefined> {
  const { accounts, log, now } = rooms
  const app = new Hono<DeskEnv>().basePath(DESK_PATH)
  app.use(
    bodyLimit({
      maxSize: MOST_BYTES,
      onError: () =>
        problemResponse(413, { code: 'too-large', message: 'This is more than the desk takes.' }),
    }),
  )
  app.use(async (asked, next) => {
    const { method, headers } = asked.req.raw
    if (needsOwnOrigin(method, headers) && !isOwnRequest(headers, accounts.origins)) {
      return problemResponse(403, {
        code: 'foreign',
        message: 'This request comes from somewhere else. Open the Studio and try there.',
      })
    }
    const session = await accounts.sessions.find(headers)
    const member = session && accounts.members.find(session.account)
    if (member === undefined) {
      const message = 'Your session has ended. Sign in again; what you wrote is kept.'
      return problemResponse(401, { code: 'signed-out', message })
    }
    const bindings = accounts.members.bindingsOf(member.id)
    if (staffAmong(bindings).length === 0) {
      const message = 'Your role has no part in this. Ask an administrator for another.'
      return problemResponse(403, { code: 'no-staff', message })
    }
    asked.set('member', member)
    asked.set('identity', identityFor({ id: member.id, bindings, now: new Date(now()) }))
    await next()
    asked.res.headers.set('Cache-Control', 'no-store')
    return undefined
  })
  glyphRoutes(app)
  reviewLinkRoutes(app, rooms)
  app.post('/previews', (asked) => answerPreviewOrder(asked, rooms.previews))
  app.get('/matrix', (asked) => answerMatrix(asked, rooms))
  app.get('/me', answerMe(accounts.members))
  app.get('/refusals', (asked) => answerRefusals(asked, rooms))
  app.post('/hours', (asked) => answerHours(asked, rooms))
  app.get('/scans', (asked) => answerScans(asked, rooms))
  app.route('/', truthRoutes(rooms))
  app.notFound(() =>
    problemResponse(404, { code: 'no-address', message: 'The desk has no such address.' }),
  )
  app.onError((error) => {
    if (error instanceof DeskMistake) {
      return problemResponse(error.status, { code: error.code, message: error.message })
    }
    log.error({ err: error }, 'The desk has failed')
    const message = 'Something went wrong on the server. Nothing was changed. Try again.'
    return problemResponse(500, { code: 'server', message })
  })
  return async (request) => {
    const { pathname } = new URL(request.url)
    return pathname.startsWith(`${DESK_PATH}/`) ? app.fetch(request) : undefined
  }
}
