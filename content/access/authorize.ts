import { type Authorize, almighty } from '../lake/rights.ts'
import { roleCovers } from './role.ts'
import type { Tokens } from './tokens.ts'

/**
 * Decides on a lake's requests by their tokens.
 *
 * @example createLake({ authorize: authorizeByToken(openTokens(dataFolder)), ... })
 */
export function authorizeByToken(tokens: Pick<Tokens, 'identify'>): Authorize {
  return async ({ token }) => {
    const known = token === undefined ? undefined : tokens.identify(token)
    if (!known) {
      const message = token === undefined ? 'A token is needed' : 'The token is not known'
      return { refused: 'unauthenticated', message }
    }
    return {
      ...almighty(known.id),
      refusalOf(need) {
        if (roleCovers(known.role, need)) return undefined
        return `Insufficient permissions; permission "${need}" required`
      },
    }
  }
}
