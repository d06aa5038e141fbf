import { describe, expect, test } from 'vitest'
import type { Binding } from '#content/access/binding.ts'
import { openTestDesk, ownedLine, stored } from './open-test-desk.ts'

/*
 * Who may do what about a line of the owner's that waits for its first word: by role, for the owner, its partner and
 * a stranger. 400 and more is a refusal; what is refused has changed nothing.
 */

const OWN = ['owner']
const of = (role: Binding['role'], organizations: string[] = OWN): Binding => ({
  role,
  organizations,
})

type Row = [who: string, binding: Binding, reads: number, verifies: number, withdraws: number]

const ROWS: Row[] = [
  ['an administrator of the owner', of('administrator'), 200, 200, 200],
  ['an editor of the owner', of('editor'), 200, 200, 200],
  ['a reviewer of the owner', of('reviewer'), 200, 200, 200],
  ['a translator of the owner', of('translator'), 200, 403, 403],
  ['a viewer of the owner', of('viewer'), 200, 403, 403],
  ['an operator', of('operator'), 403, 403, 403],
  ['an administrator of a partner', of('administrator', ['partner']), 200, 403, 403],
  ['an administrator of a stranger', of('administrator', ['stranger']), 200, 403, 403],
  [
    'an editor whose role has ended',
    { ...of('editor'), expiresAt: '2026-01-01T00:00:00Z' },
    403,
    403,
    403,
  ],
]

describe('the desk opens its doors by role', () => {
  test.each(ROWS)('%s', async (who, binding, reads, verifies, withdraws) => {
    const desk = await openTestDesk(ownedLine())
    const { client, person } = desk
    const { get, post, form, send } = await person('somebody@owner.example', [binding])
    const before = await stored(client, '0101')
    for (const tool of ['me', 'facts', 'reach?id=0101', 'followed?id=0101', 'refusals?id=0101']) {
      expect((await get(tool)).status, `${who} ${tool}`).toBe(reads)
    }
    const word = { id: '0101', version: 'published', rev: before['_rev'], method: 'called' }
    expect((await post('verify', word, 'https://evil.example')).status).toBe(403)
    expect((await form('/withdraw/0101', { reason: 'dead' }, 'https://evil.example')).status).toBe(
      403,
    )
    expect(await stored(client, '0101')).toEqual(before)
    expect((await post('verify', word)).status).toBe(verifies)
    expect((await post('restore', { id: '0101' })).status).toBeGreaterThanOrEqual(400)
    expect((await post('withdraw', { id: '0101', reason: 'x' })).status).toBe(withdraws)
    if (withdraws === 200) return
    expect(await stored(client, '0101')).toEqual(before)
    expect((await send('/withdraw/0101')).status).toBe(403)
    expect((await form('/withdraw/0101', { reason: 'dead' })).status).toBe(403)
    expect(await stored(client, '0101')).toEqual(before)
  })

  test('nobody unsigned, and no token, comes in by any', async () => {
    const { accounts, fetchDesk } = await openTestDesk(ownedLine())
    const { token } = accounts.tokens.issue({ role: 'administrator' })
    for (const headers of [{}, { authorization: `Bearer ${token}` }]) {
      const address = 'http://127.0.0.1:4321/api/desk/facts'
      expect((await fetchDesk(new Request(address, { headers })))?.status).toBe(401)
    }
  })
})
