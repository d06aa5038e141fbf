import { describe, expect, test } from 'vitest'
import { ROLES, type Role } from '#content/access/binding.ts'
import { mayConfirm, mayVerify } from '#content/access/may-confirm.ts'

const line = {
  ...{ _id: 'line', _type: 'helpline', _rev: 'a', _createdAt: '', _updatedAt: '' },
  organization: { _type: 'reference', _ref: 'owner' },
}
const partnersOf = (id: string) => (id === 'owner' ? ['partner'] : [])
const as = (role: Role, organizations: string[] | 'all') => [{ role, organizations }]

describe('whose word counts', () => {
  test.each(ROLES)('is told by the role: %s', (role) => {
    const counts = ['administrator', 'editor', 'reviewer'].includes(role)
    for (const organizations of [['owner'], 'all' as const]) {
      expect(mayVerify(line, as(role, organizations))).toBe(counts)
      expect(mayConfirm(line, as(role, organizations), partnersOf)).toBe(counts)
    }
    expect(mayVerify(line, as(role, ['partner']))).toBe(false)
    expect(mayConfirm(line, as(role, ['partner']), partnersOf)).toBe(counts)
    expect(mayConfirm(line, as(role, ['stranger']), partnersOf)).toBe(false)
  })

  test('is that of nobody without a role, not even for what belongs to nobody yet', () => {
    const { organization: _none, ...orphan } = line
    expect(mayVerify(orphan, [])).toBe(false)
    expect(mayConfirm(orphan, [], partnersOf)).toBe(false)
    expect(mayConfirm(orphan, as('viewer', 'all'), partnersOf)).toBe(false)
    expect(mayVerify(orphan, as('reviewer', ['stranger']))).toBe(true)
  })

  test('does not go the other way: an owner is no partner of its partners', () => {
    const theirs = { ...line, organization: { _type: 'reference', _ref: 'partner' } }
    expect(mayConfirm(theirs, as('editor', ['owner']), partnersOf)).toBe(false)
  })
})
