import { describe, expect, test } from 'vitest'
import { authorizeByToken } from '../../../content/access/authorize.ts'
import { openTokens } from '../../../content/access/tokens.ts'

describe('a token', () => {
  const tokens = openTokens(':memory:')
  const authorize = authorizeByToken(tokens)

  test.each([
    ['viewer', ['read', 'history']],
    ['editor', ['read', 'history', 'create', 'update', 'delete']],
    ['administrator', ['read', 'history', 'create', 'update', 'delete', 'manage']],
  ] as const)('of a %s covers %j and nothing more', async (role, covered) => {
    const { token, id } = tokens.issue({ role })
    const answer = await authorize({ token, method: 'GET', headers: new Headers() })
    if ('refused' in answer) throw new Error(answer.message)
    expect(answer).toMatchObject({ id, session: id })
    for (const need of ['read', 'history', 'create', 'update', 'delete', 'manage'] as const) {
      const isCovered = covered.some((known) => known === need)
      expect(answer.refusalOf(need) === undefined).toBe(isCovered)
    }
  })

  test('that is missing or unknown lets nobody in', async () => {
    const request = { method: 'GET', headers: new Headers() }
    expect(await authorize(request)).toMatchObject({ refused: 'unauthenticated' })
    const unknown = { ...request, token: 'wm_guess' }
    expect(await authorize(unknown)).toMatchObject({ refused: 'unauthenticated' })
  })
})
