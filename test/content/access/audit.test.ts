import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { auditEntries } from '#content/access/audit-entries.ts'
import { browser, makeAccount, openTestAccounts, PASSWORD, signInAs } from './people.ts'

const EMAIL = 'ana@harbour.example'

test('the audit says who did what from which session, and no address, agent or e-mail', async () => {
  const accounts = await openTestAccounts()
  const { signIn, sessions, staff, dataFolder } = accounts
  const id = await makeAccount(accounts, EMAIL, [{ role: 'editor', organizations: 'all' }])
  const visitor = browser(accounts)
  visitor.headers.set('user-agent', 'Netscape Navigator')
  await signIn.withPassword({ email: EMAIL, password: 'a wrong but long one' }, visitor)
  await signIn.withPassword({ email: 'no@harbour.example', password: PASSWORD }, visitor)
  const { headers } = await signInAs(accounts, EMAIL)
  const session = (await sessions.find(headers))?.id ?? ''
  await staff.lock(id, { actor: 'command-line' })
  const entries = auditEntries(dataFolder)
  expect(
    entries.map(({ event, actor, session: from, about }) => [event, actor, from, about]),
  ).toEqual([
    ['invited', 'test', null, null],
    ['account-made', id, null, null],
    ['sign-in-failed', null, null, id],
    ['sign-in-failed', null, null, null],
    ['signed-in', id, session, null],
    ['account-locked', 'command-line', null, id],
  ])
  const text = JSON.stringify(entries)
  for (const secret of ['@', 'Netscape', visitor.address, PASSWORD]) {
    expect(text).not.toContain(secret)
  }
})

test('nothing in the audit can be changed or taken away', async () => {
  const accounts = await openTestAccounts()
  await makeAccount(accounts, EMAIL, [])
  const database = new DatabaseSync(`${accounts.dataFolder}/access.sqlite`)
  expect(() => database.exec("UPDATE audit SET actor = 'me'")).toThrow(/append-only/)
  expect(() => database.exec('DELETE FROM audit')).toThrow(/append-only/)
  database.close()
})
