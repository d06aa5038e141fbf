import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { type Role, role } from './role.ts'

/** What is known of a token; the token itself is not kept. */
export interface TokenRecord {
  id: string
  role: Role
  label: string
  /** RFC 3339, UTC. */
  createdAt: string
}

/** Tokens of people and programs that use the lake. */
export interface Tokens {
  /** Makes a token. It is shown this once: only its hash is kept. */
  issue(request: { role: Role; label?: string }): TokenRecord & { token: string }
  identify(token: string): TokenRecord | undefined
  list(): TokenRecord[]
  /** False where there is no token of that id. */
  revoke(id: string): boolean
  close(): void
}

const row = z.object({ id: z.string(), role, label: z.string(), createdAt: z.string() })

/**
 * Opens `access.sqlite` in the data folder (`:memory:` keeps nothing). Nothing is cached, so
 * a token that another process prints or revokes counts at once.
 *
 * @throws where the folder cannot be written
 */
export function openTokens(
  dataFolder: string,
  { now = () => new Date(), random = randomBytes }: TokenSources = {},
): Tokens {
  const database = openDatabase(dataFolder)
  const insert = database.prepare(
    'INSERT INTO tokens (id, hash, role, label, createdAt) VALUES (?, ?, ?, ?, ?)',
  )
  const byHash = database.prepare('SELECT id, role, label, createdAt FROM tokens WHERE hash = ?')
  const all = database.prepare(
    'SELECT id, role, label, createdAt FROM tokens ORDER BY createdAt, id',
  )
  const remove = database.prepare('DELETE FROM tokens WHERE id = ?')
  return {
    issue({ role: held, label = '' }) {
      const token = `wm_${Buffer.from(random(32)).toString('base64url')}`
      const id = `token-${Buffer.from(random(6)).toString('hex')}`
      const record = { id, role: role.parse(held), label, createdAt: now().toISOString() }
      insert.run(id, hashOf(token), record.role, label, record.createdAt)
      return { ...record, token }
    },
    identify(token) {
      const found = byHash.get(hashOf(token))
      return found && row.parse(found)
    },
    list: () => all.all().map((found) => row.parse(found)),
    revoke: (id) => remove.run(id).changes > 0,
    close: () => database.close(),
  }
}

/** Clock and randomness, given in by tests. */
export interface TokenSources {
  now?: () => Date
  random?: (byteCount: number) => Uint8Array
}

// 256 random bits need no slow hash: there is nothing to guess. The hash keeps a stolen file useless.
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

function openDatabase(dataFolder: string): DatabaseSync {
  const isInMemory = dataFolder === ':memory:'
  if (!isInMemory) mkdirSync(dataFolder, { recursive: true })
  const database = new DatabaseSync(isInMemory ? ':memory:' : join(dataFolder, 'access.sqlite'))
  database.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  database.exec(`
    CREATE TABLE IF NOT EXISTS tokens (
      id TEXT PRIMARY KEY,
      hash TEXT NOT NULL UNIQUE,
      role TEXT NOT NULL,
      label TEXT NOT NULL,
      createdAt TEXT NOT NULL
    ) STRICT
  `)
  return database
}
