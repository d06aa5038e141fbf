import { randomBytes } from 'node:crypto'
import path from 'node:path'
import type { SanityClient } from '@sanity/client'
import type { Logger } from 'pino'
import { type Accounts, openAccounts } from '#content/access/accounts.ts'
import { authorizeBy } from '#content/access/authorize.ts'
import { createDirectory } from '#content/access/directory.ts'
import { readingRule } from '#content/access/reading.ts'
import { openSessionSecret } from '#content/access/session-secret.ts'
import { createContentClient } from '#content/client.ts'
import { needsSeed } from '#content/demo/seed.ts'
import { createLake, type Lake } from '#content/lake/create-lake.ts'
import { almighty, type Identity } from '#content/lake/rights.ts'
import { oneDraft } from '../preview/one-draft.ts'
import { createGate } from './gate.ts'
import { HOUSE_ID } from './house.ts'
import { isLoopback } from './peers.ts'
import type { Settings } from './settings.ts'
import { writeDemo } from './write-demo.ts'

/** Where the content is kept, open. `lake` and `accounts` are absent where it is kept by others. */
export type Content = {
  client: SanityClient
  /** Writes as a person whose right to it has been looked at: the log and the gates know who it was. */
  clientFor?: (account: string) => SanityClient
  /** Reads what is published, and the draft of one document as if it were let out. */
  draftClient?: (id: string) => SanityClient
  lake?: Lake
  accounts?: Accounts
  stop: () => Promise<void>
}

const HOUSE = { id: HOUSE_ID, displayName: 'Waymark', isRobot: true, roles: [] }

/** Reads for a preview, and does nothing else. */
function readerOf(draft: string): Identity {
  return {
    id: HOUSE.id,
    audience: oneDraft(draft),
    grants: [],
    refusalOf: (need) => (need === 'read' ? undefined : 'A preview only reads'),
  }
}

/** Opens the embedded lake in the data folder, or a client of the hosted one. */
export async function openContent(options: {
  settings: Pick<Settings, 'dataFolder' | 'sanity' | 'host' | 'reading' | 'sessionSecret'>
  origin: string
  log: Logger
  now: () => number
}): Promise<Content> {
  const { settings, origin, log, now } = options
  const { sanity, dataFolder, reading, host } = settings
  if (sanity) return { client: createContentClient({ sanity }), stop: async () => {} }
  const accounts = await openAccounts({
    dataFolder,
    secret: settings.sessionSecret ?? openSessionSecret(path.join(dataFolder, 'secrets')),
    origin,
    now: () => new Date(now()),
  })
  const known = authorizeBy(accounts, readingRule(reading, isLoopback(host)))
  // The process itself asks under a token that lives as long as it does and is written nowhere.
  const own = randomBytes(32).toString('base64url')
  const lake: Lake = createLake({
    dataFolder,
    project: 'waymark',
    dataset: 'production',
    publicUrl: `${origin}/lake`,
    directory: createDirectory(accounts, HOUSE),
    beforeCommit: (proposal) => gate(proposal),
    authorize: async (ask) => {
      if (ask.token === own) return almighty(HOUSE.id)
      const drafted = ask.token?.startsWith(`${own}/`) && ask.token.slice(own.length + 1)
      if (drafted) return readerOf(drafted)
      const account = ask.token?.startsWith(`${own}.`) && ask.token.slice(own.length + 1)
      return account ? almighty(account) : known(ask)
    },
    now: () => new Date(now()),
    onFailure: (err) => log.error({ err }, 'The content lake has failed'),
  })
  const client = createContentClient({ lake, token: own })
  const gate = createGate(client, now)
  return {
    client,
    clientFor: (account) => createContentClient({ lake, token: `${own}.${account}` }),
    draftClient: (id) =>
      createContentClient({ lake, token: `${own}/${id}`, perspective: ['drafts'] }),
    lake,
    accounts,
    stop: async () => {
      await lake.stop()
      accounts.close()
    },
  }
}

/** Writes the demo where the settings want it and nobody has written anything yet. A seeding cut off starts over. */
export async function seedWhereEmpty(
  client: SanityClient,
  { dataFolder, demo, host, sanity }: Pick<Settings, 'dataFolder' | 'demo' | 'host' | 'sanity'>,
  now: number,
  say: (line: string) => void,
): Promise<void> {
  const isLocal = isLoopback(host) && sanity === undefined
  if (demo === 'never' || (demo === 'where-local' && !isLocal)) return
  if (!(await needsSeed(client))) return
  say('Writing the demo into the empty data folder ...')
  await writeDemo({ client, dataFolder, now })
}
