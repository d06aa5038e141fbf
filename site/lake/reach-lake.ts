import { existsSync } from 'node:fs'
import path from 'node:path'
import type { SanityClient } from '@sanity/client'
import { pino } from 'pino'
import { createAudit } from '#content/access/audit.ts'
import { openAccessDatabase } from '#content/access/open-database.ts'
import { createTokens } from '#content/access/tokens.ts'
import { createContentClient } from '#content/client.ts'
import type { LakeDoor } from '#content/exchange/lake-door.ts'
import { StorageFailure } from '#content/lake/errors.ts'
import { Mistake, WorldFailure } from '#content/model/errors.ts'
import { type Content, openContent } from '../lib/content.ts'
import { openDataFolder } from '../lib/data-folder.ts'
import { logOptions } from '../lib/log-options.ts'
import type { Settings } from '../lib/settings.ts'

/** The longest that a command may take, in milliseconds: a day. */
const LONGEST_MS = 24 * 60 * 60 * 1000

/** A door into the lake of a data folder, and a client behind it that sees documents as stored. */
export interface ReachedLake {
  door: LakeDoor
  client: SanityClient
}

/**
 * Runs some work with the lake of the data folder: opened here, or through the server that has it open.
 * The administrator's token for it is made for this once and revoked when the process ends at the latest.
 *
 * @param mayBeNew whether a lake is made where there is none
 * @throws Mistake where there is no lake; WorldFailure where it is open in a server that does not answer
 */
export async function withLake<T>(
  settings: Settings,
  { mayBeNew }: { mayBeNew: boolean },
  work: (lake: ReachedLake) => Promise<T>,
): Promise<T> {
  requireLake(settings, mayBeNew)
  openDataFolder(settings.dataFolder)
  const access = openAccessDatabase(settings.dataFolder)
  const tokens = createTokens(access)
  const audit = createAudit(access, () => new Date())
  const label = 'npm run lake'
  // Should the process be killed, the token ends by itself.
  const expiresAt = new Date(Date.now() + LONGEST_MS).toISOString()
  const { id, token } = tokens.issue({ role: 'administrator', label, expiresAt })
  audit.write('token-made', { actor: 'command-line', about: id, detail: label })
  const revoke = () => {
    if (tokens.revoke(id)) audit.write('token-revoked', { actor: 'command-line', about: id })
  }
  process.once('exit', revoke)
  let content: Content | undefined
  try {
    content = await openHere(settings)
    const fetch = content?.lake?.fetch ?? fetchThere(settings)
    const door = { fetch, token, project: 'waymark', dataset: 'production' }
    // Opened here the process itself writes, who alone may bring in what others have verified and approved.
    const client =
      content?.client.withConfig({ perspective: 'raw' }) ??
      createContentClient({ lake: door, token, perspective: 'raw' })
    return await work({ door, client })
  } finally {
    await content?.stop()
    process.off('exit', revoke)
    revoke()
    access.close()
  }
}

/** @throws Mistake where the data folder has no lake, or the content is kept by others */
export function requireLake({ sanity, dataFolder }: Settings, mayBeNew: boolean): void {
  if (sanity) {
    throw new Mistake(
      'lake',
      `The content is kept by Sanity (SANITY_PROJECT_ID is "${sanity.projectId}"): use the tools of Sanity for it, or unset the variable for the lake in ${dataFolder}.`,
    )
  }
  if (mayBeNew || existsSync(path.join(dataFolder, 'lake.sqlite'))) return
  throw new Mistake('lake', `There is no lake in ${dataFolder}. Name its folder in WAYMARK_DATA.`)
}

/** Undefined where another process has the lake open. */
async function openHere(settings: Settings): Promise<Content | undefined> {
  const origin = settings.origin ?? `http://127.0.0.1:${settings.port}`
  const log = pino(logOptions(settings), pino.destination(2))
  try {
    return await openContent({ settings, origin, log, now: Date.now })
  } catch (error) {
    if (error instanceof StorageFailure && error.code === 'open-failed') return undefined
    throw error
  }
}

function fetchThere({ host, port, tls }: Settings): LakeDoor['fetch'] {
  const origin = `${tls ? 'https' : 'http'}://${host}:${port}`
  return async (request) => {
    const { pathname, search } = new URL(request.url)
    try {
      return await fetch(new Request(`${origin}${pathname}${search}`, request))
    } catch (cause) {
      throw new WorldFailure(
        'lake-server',
        `The data folder cannot be opened, and no server that may be using it answers at ${origin}. Set HOST and PORT as the server has them, or stop it.`,
        { cause },
      )
    }
  }
}
