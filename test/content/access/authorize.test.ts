import { describe, expect, test } from 'vitest'
import { authorizeByToken } from '../../../content/access/authorize.ts'
import { openTokens } from '../../../content/access/tokens.ts'

describe('a token', () => {
  const tokens = openTokens(':memory:')
  const authorize = authorizeByToken(tokens)

  test.each([
    ['viewer', ['read']],
    ['editor', ['read', 'create', 'update', 'delete']],
    ['administrator', ['read', 'create', 'update', 'delete', 'manage']],
  ] as const)('of a %s covers %j and nothing more', async (role, covered) => {
    const { token, id } = tokens.issue({ role })
    for (const need of ['read', 'create', 'update', 'delete', 'manage', 'something else']) {
      const answer = await authorize({ token, need })
      const isCovered = covered.some((known) => known === need)
      expect(answer).toMatchObject(isCovered ? { id, role } : { refused: 'forbidden' })
    }
  })

  test('that is missing or unknown lets nobody in', async () => {
    expect(await authorize({ need: 'read' })).toMatchObject({ refused: 'unauthenticated' })
    const unknown = { token: 'wm_guess', need: 'read' }
    expect(await authorize(unknown)).toMatchObject({ refused: 'unauthenticated' })
  })
})
