import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Accounts, openAccounts } from '#content/access/accounts.ts'
import type { Visitor } from '#content/access/ask-auth.ts'
import type { Binding } from '#content/access/binding.ts'

/** Where the accounts of tests are. */
export const ORIGIN = 'http://127.0.0.1:4321'
/** A password that is good enough. */
export const PASSWORD = 'four words in a row'

/** Opens accounts in a folder of their own, until the test ends. */
export async function openTestAccounts(
  options: { origin?: string; dataFolder?: string } = {},
): Promise<Accounts & { dataFolder: string }> {
  const dataFolder = options.dataFolder ?? (await mkdtemp(join(tmpdir(), 'waymark-accounts-')))
  const accounts = await openAccounts({
    dataFolder,
    secret: 'a secret of tests, which is long enough 0123456789',
    origin: options.origin ?? ORIGIN,
  })
  onTestFinished(async () => {
    accounts.close()
    if (!options.dataFolder) await rm(dataFolder, { recursive: true })
  })
  return { ...accounts, dataFolder }
}

/** Makes an account by an invitation; returns its id. */
export async function makeAccount(
  accounts: Accounts,
  email: string,
  bindings: readonly Binding[],
): Promise<string> {
  const secret = accounts.recruiting.invite(email, bindings, { actor: 'test' })
  const person = { name: 'Somebody', email, password: PASSWORD }
  const outcome = await accounts.recruiting.accept('invitation', secret ?? '', person)
  if (outcome !== 'done') throw new Error(outcome)
  return accounts.members.findByEmail(email)?.id ?? ''
}

/** Somebody with a browser that keeps cookies; each has an address of its own. */
export function browser(
  accounts: Accounts,
): Visitor & { keep: (cookies: readonly string[]) => void } {
  const jar = new Map<string, string>()
  const headers = new Headers()
  return {
    headers,
    address: accounts.cover(`visitor ${++visitors}`),
    keep(cookies) {
      for (const line of cookies) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
        if (/max-age=0/i.test(line) || value === '') jar.delete(name)
        else jar.set(name, value)
      }
      headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '))
    },
  }
}
let visitors = 0

/** Signs somebody in by password. */
export async function signInAs(accounts: Accounts, email: string) {
  const visitor = browser(accounts)
  const step = await accounts.signIn.withPassword({ email, password: PASSWORD }, visitor)
  if (step.state !== 'in') throw new Error(step.state)
  visitor.keep(step.cookies)
  return visitor
}
