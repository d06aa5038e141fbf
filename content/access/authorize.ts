import { roleCovers } from './role.ts'
import type { TokenRecord, Tokens } from './tokens.ts'

/** Answer to one need: who it is, or why not. */
export type Authorization =
  | { id: string; role: TokenRecord['role'] }
  | { refused: 'unauthenticated' | 'forbidden'; message: string }

/**
 * Decides on a lake's requests by their tokens. Fits the lake's `authorize` by its shape.
 *
 * @example createLake({ authorize: authorizeByToken(openTokens(dataFolder)), ... })
 */
export function authorizeByToken(tokens: Pick<Tokens, 'identify'>) {
  return async ({ token, need }: { token?: string; need: string }): Promise<Authorization> => {
    const known = token === undefined ? undefined : tokens.identify(token)
    if (!known) {
      const message = token === undefined ? 'A token is needed' : 'The token is not known'
      return { refused: 'unauthenticated', message }
    }
    if (!roleCovers(known.role, need)) {
      const message = `Insufficient permissions; permission "${need}" required`
      return { refused: 'forbidden', message }
    }
    return { id: known.id, role: known.role }
  }
}
