import { Hono } from 'hono'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Accounts, openAccounts } from '#content/access/accounts.ts'
import type { Binding } from '#content/access/binding.ts'
import type { Member } from '#content/access/members.ts'
import { identityFor } from '#content/access/policy.ts'
import { meAnswer } from '#content/model/desk.ts'
import type { DeskEnv } from '../../../site/desk/context.ts'
import { answerMe } from '../../../site/desk/me.ts'
import { temporaryFolder } from '../../browser.ts'

const ID = 'account-0123456789abcdef'
const member: Member = {
  id: ID,
  name: 'Ada Sample',
  email: 'ada@waymark.example',
  bindings: [],
  isLocked: false,
  hasTotp: false,
  passkeys: 0,
}
let accounts: Accounts
let remove: () => Promise<void>

beforeEach(async () => {
  const temporary = await temporaryFolder('me')
  remove = temporary.remove
  const dataFolder = temporary.folder
  accounts = await openAccounts({ dataFolder, secret: 's'.repeat(32), origin: 'http://localhost' })
})
afterEach(async () => {
  accounts.close()
  await remove()
})

async function ask(bindings: Binding[]) {
  accounts.members.setBindings(ID, bindings)
  const app = new Hono<DeskEnv>()
  app.use(async (asked, next) => {
    asked.set('member', member)
    asked.set('identity', identityFor({ id: ID, bindings, now: new Date() }))
    await next()
  })
  app.get('/me', answerMe(accounts.members))
  return meAnswer.parse(await (await app.request('/me')).json())
}

test('somebody is told for which organisations they work, and not those whose screens they run', async () => {
  const answer = await ask([
    { role: 'editor', organizations: ['org-harbour'] },
    { role: 'operator', organizations: ['org-stations'] },
  ])
  expect(answer).toEqual({
    account: ID,
    name: 'Ada Sample',
    organizations: ['org-harbour'],
    mayInvite: false,
  })
})

test('an administrator of the house works for all, and may invite', async () => {
  expect(await ask([{ role: 'administrator', organizations: 'all' }])).toMatchObject({
    organizations: 'all',
    mayInvite: true,
  })
})
