import { expect, test } from 'vitest'
import { makeAccount, openTestAccounts } from './people.ts'

const BY = { actor: 'test' }
const FOR_GOOD = [{ role: 'administrator', organizations: 'all' }] as const
const FOR_A_WHILE = [
  { role: 'administrator', organizations: 'all', expiresAt: '2100-01-01T00:00:00Z' },
] as const

test('nobody takes the last administrator away by leaving one whose role ends', async () => {
  const accounts = await openTestAccounts()
  const { staff } = accounts
  const root = await makeAccount(accounts, 'root@harbour.example', FOR_GOOD)
  const guest = await makeAccount(accounts, 'guest@harbour.example', FOR_A_WHILE)
  expect(staff.bind(root, FOR_A_WHILE, BY)).toBe('last')
  expect(await staff.lock(root, BY)).toBe('last')
  expect(await staff.remove(root, BY)).toBe('last')
  expect(staff.bind(guest, FOR_GOOD, BY)).toBe('done')
  expect(staff.bind(root, FOR_A_WHILE, BY)).toBe('done')
  expect(await staff.lock(root, BY)).toBe('done')
})

test('where every administrator has an end, the last of them stays', async () => {
  const accounts = await openTestAccounts()
  const only = await makeAccount(accounts, 'guest@harbour.example', FOR_A_WHILE)
  expect(await accounts.staff.lock(only, BY)).toBe('last')
  expect(accounts.staff.bind(only, FOR_GOOD, BY)).toBe('done')
})
