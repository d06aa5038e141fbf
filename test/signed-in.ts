import path from 'node:path'
import { createClient, type SanityClient } from '@sanity/client'
import { openAccounts } from '#content/access/accounts.ts'
import { openSessionSecret } from '#content/access/session-secret.ts'
import { API_VERSION } from '#content/client.ts'
import { makeAccount, signInAs } from './content/access/people.ts'

/**
 * A client of somebody who is signed in at a running process: only people may verify. The account is made in the
 * process's data folder, for all organisations.
 *
 * @param now epoch ms by the clock of the server
 */
export async function signedIn(
  { dataFolder, origin }: { dataFolder: string; origin: string },
  role: 'administrator' | 'editor',
  name: string,
  now: () => number = Date.now,
): Promise<SanityClient> {
  const secret = openSessionSecret(path.join(dataFolder, 'secrets'))
  const accounts = await openAccounts({ dataFolder, secret, origin, now: () => new Date(now()) })
  try {
    const email = `${name}@waymark.example`
    await makeAccount(accounts, email, [{ role, organizations: 'all' }])
    const { headers } = await signInAs(accounts, email)
    return createClient({
      projectId: 'waymark',
      dataset: 'production',
      apiHost: `${origin}/lake`,
      useProjectHostname: false,
      apiVersion: API_VERSION,
      useCdn: false,
      headers: { cookie: headers.get('cookie') ?? '', origin },
    })
  } finally {
    accounts.close()
  }
}
