import { z } from 'zod'
import { Bug } from '../model/errors.ts'
import { AUTH_PATH, VISITOR_HEADER } from './auth.ts'

/** Who asks: cookies as they came, and a stand-in for the address. */
export type Visitor = { headers: Headers; address: string }

/** What better-auth answers: `cookies` are the Set-Cookie lines to hand on. */
export type AuthAnswer = {
  status: number
  body: Record<string, unknown>
  cookies: string[]
}

/** Asks better-auth by one of its addresses, as a browser of ours would, so that its limits count. */
export type AskAuth = (
  path: string,
  visitor: Visitor,
  body?: Record<string, unknown>,
) => Promise<AuthAnswer>

const record = z.record(z.string(), z.unknown())

/** Makes better-auth's handler a function of path, visitor and body. A failure of its own is thrown. */
export function askerOf(handler: (request: Request) => Promise<Response>, origin: string): AskAuth {
  return async (path, { headers, address }, body) => {
    const response = await handler(
      new Request(`${origin}${AUTH_PATH}${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          // The caller has checked where the request comes from.
          origin,
          cookie: headers.get('cookie') ?? '',
          [VISITOR_HEADER]: address,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    )
    const text = await response.text()
    if (response.status >= 500)
      throw new Bug(`better-auth failed on ${path}: ${text.slice(0, 200)}`)
    const read = record.safeParse(text ? JSON.parse(text) : {})
    return {
      status: response.status,
      body: read.success ? read.data : {},
      cookies: response.headers.getSetCookie(),
    }
  }
}
