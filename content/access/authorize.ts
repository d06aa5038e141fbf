import type { Authorize } from '../lake/rights.ts'
import { identityFor } from './policy.ts'
import type { Tokens } from './tokens.ts'

/**
 * Decides on a lake's requests by their tokens, each of which holds for all organisations.
 *
 * @example createLake({ authorize: authorizeByToken(openTokens(dataFolder)), ... })
 */
export function authorizeByToken(
  tokens: Pick<Tokens, 'identify'>,
  now: () => Date = () => new Date(),
): Authorize {
  return async ({ token }) => {
    const known = token === undefined ? undefined : tokens.identify(token)
    if (!known) {
      const message = token === undefined ? 'A token is needed' : 'The token is not known'
      return { refused: 'unauthenticated', message }
    }
    const { id, role } = known
    return identityFor({ id, bindings: [{ role, organizations: 'all' }], now: now() })
  }
}
