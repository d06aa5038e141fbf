import type { MiddlewareHandler } from 'hono'
import { type Env, type Rooms, sendOn } from './context.ts'
import { SCRIPT_PATH } from './frame.ts'

/** Lets only people who are signed in go on; the others sign in first, and come back. */
export function onlyMembers({ accounts }: Rooms): MiddlewareHandler<Env> {
  return async (asked, next) => {
    const { method, path, raw } = asked.req
    if (path === SCRIPT_PATH) return next()
    const session = await accounts.sessions.find(raw.headers)
    const member = session && accounts.members.find(session.account)
    if (session === undefined || member === undefined) {
      const to = method === 'GET' ? `?${new URLSearchParams({ next: path })}` : ''
      return sendOn(`/login${to}`)
    }
    asked.set('session', session)
    asked.set('member', member)
    return next()
  }
}
