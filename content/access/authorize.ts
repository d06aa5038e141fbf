import type { Authorize } from '../lake/rights.ts'
import type { Accounts } from './accounts.ts'
import { isOwnRequest, needsOwnOrigin } from './own-request.ts'
import { identityFor, publicReader } from './policy.ts'
import type { Tokens } from './tokens.ts'

/**
 * Decides on a lake's requests by token or by cookie; `mayReadUnknown` says whether somebody who
 * has neither may read what is published. A request signed in by cookie that could change something
 * has to come from one of our own pages.
 *
 * @example createLake({ authorize: authorizeBy(accounts, () => false), ... })
 */
export function authorizeBy(
  accounts: Pick<Accounts, 'tokens' | 'sessions' | 'members' | 'origins' | 'now'>,
  mayReadUnknown: (headers: Headers) => boolean,
): Authorize {
  const { tokens, sessions, members, origins, now } = accounts
  const byToken = authorizeByToken(tokens, now)
  return async (ask) => {
    const { token, method, headers, isAgain = false } = ask
    if (token !== undefined) return byToken(ask)
    const session = await sessions.find(headers, { isUse: !isAgain })
    if (session) {
      if (needsOwnOrigin(method, headers) && !isOwnRequest(headers, origins)) {
        return { refused: 'forbidden', message: 'This request comes from somewhere else' }
      }
      const id = session.account
      const identity = identityFor({ id, bindings: members.bindingsOf(id), now: now() })
      return Object.assign(identity, { session: session.id })
    }
    if (mayReadUnknown(headers)) return publicReader()
    return { refused: 'unauthenticated', message: 'Sign in or send a token' }
  }
}

/**
 * Decides on a lake's requests by their tokens alone.
 *
 * @example createLake({ authorize: authorizeByToken(openTokens(dataFolder)), ... })
 */
export function authorizeByToken(
  tokens: Pick<Tokens, 'identify'>,
  now: () => Date = () => new Date(),
): Authorize {
  return async ({ token }) => {
    if (token === undefined) return { refused: 'unauthenticated', message: 'A token is needed' }
    const known = tokens.identify(token)
    if (!known) return { refused: 'unauthenticated', message: 'The token is not known' }
    const { id, bindings } = known
    return Object.assign(identityFor({ id, bindings, now: now() }), { session: id })
  }
}
