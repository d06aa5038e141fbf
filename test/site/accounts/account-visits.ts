import { pino } from 'pino'
import type { Accounts } from '#content/access/accounts.ts'
import type { SendMail } from '#content/access/mail.ts'
import { createContentClient } from '#content/client.ts'
import { createLake } from '#content/lake/create-lake.ts'
import { almighty } from '#content/lake/rights.ts'
import { createFrame } from '../../../site/accounts/frame.ts'
import { createAccountRoutes } from '../../../site/accounts/routes.ts'
import { loadStaffWords } from '../../../site/accounts/words.ts'
import { browser, ORIGIN, openTestAccounts, PASSWORD } from '../../content/access/people.ts'

/** Pages over real accounts, and a browser for them. */
export async function openPages(options: { sendMail?: SendMail } = {}) {
  const accounts = await openTestAccounts()
  const lake = createLake({
    dataFolder: accounts.dataFolder,
    project: 'waymark',
    dataset: 'production',
    publicUrl: `${ORIGIN}/lake`,
    authorize: async () => almighty('test'),
  })
  const routes = createAccountRoutes(
    {
      accounts: { ...accounts, close: () => {} },
      frame: createFrame(),
      wordsFor: await loadStaffWords(),
      sendMail: options.sendMail,
      client: createContentClient({ lake, token: 'x' }),
      log: pino({ level: 'silent' }),
    },
    (_request, error) => {
      throw error
    },
  )
  return { accounts, routes, stop: () => lake.stop() }
}

type Pages = Awaited<ReturnType<typeof openPages>>

/** Somebody with a browser of their own. */
export function visitPages({ accounts, routes }: { accounts: Accounts; routes: Pages['routes'] }) {
  const visitor = browser(accounts)
  const send = async (address: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    headers.set('cookie', visitor.headers.get('cookie') ?? '')
    const response = await routes(
      new Request(`${ORIGIN}${address}`, { ...init, headers }),
      visitor.address,
    )
    if (response === undefined) throw new Error(`${address} is not ours`)
    visitor.keep(response.headers.getSetCookie())
    return response
  }
  return {
    send,
    get: (address: string) => send(address),
    post: (address: string, fields: Record<string, string>, from: string | null = ORIGIN) =>
      send(address, {
        method: 'POST',
        body: new URLSearchParams(fields),
        ...(from !== null && { headers: { origin: from } }),
      }),
    signIn(email: string) {
      return this.post('/login', { email, password: PASSWORD })
    },
  }
}
