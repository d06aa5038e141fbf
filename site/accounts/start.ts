import type { SanityClient } from '@sanity/client'
import type { Logger } from 'pino'
import type { Accounts } from '#content/access/accounts.ts'
import { mailSender } from '#content/access/mail.ts'
import type { Services } from '../lib/services.ts'
import type { Settings } from '../lib/settings.ts'
import { createFrame } from './frame.ts'
import { createAccountRoutes } from './routes.ts'
import { loadStaffWords } from './words.ts'

/** The pages of accounts, open. `firstLink` is there until somebody administers. */
export type AccountPages = {
  fetch: (request: Request, peer: string) => Promise<Response | undefined>
  firstLink: string | undefined
}

/** Makes the pages of accounts, and the link for the first administrator where there is none yet. */
export async function startAccounts(options: {
  accounts: Accounts
  services: Pick<Services, 'fail'>
  client: SanityClient
  settings: Pick<Settings, 'mail'>
  log: Logger
}): Promise<AccountPages> {
  const { accounts, services, client, settings, log } = options
  const secret = accounts.recruiting.firstLink()
  const routes = createAccountRoutes(
    {
      accounts,
      frame: createFrame(),
      wordsFor: await loadStaffWords(),
      sendMail: settings.mail && mailSender(settings.mail),
      client,
      log,
    },
    (request, error) => services.fail(request, error),
  )
  return { fetch: routes, firstLink: secret && `${accounts.origin}/login/first/${secret}` }
}
