import { createHash, randomBytes } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { Binding, Role } from './binding.ts'
import { openAccessDatabase } from './open-database.ts'
import { binding, readBindings } from './stored-binding.ts'
import { tokenId } from './token-id.ts'

/** What is known of a token; the token itself is not kept. */
export interface TokenRecord {
  id: string
  bindings: Binding[]
  label: string
  /** RFC 3339, UTC. */
  createdAt: string
  /** RFC 3339, UTC; absent where it does not end. */
  expiresAt?: string
}

/** What a token may be used for. */
export type TokenScope = { bindings: readonly Binding[] } | { role: Role }

/** Tokens of programs that use the lake. */
export interface Tokens {
  /** Makes a token. It is shown this once: only its hash is kept. A bare role is for all organisations. */
  issue(
    request: TokenScope & { label?: string; expiresAt?: string },
  ): TokenRecord & { token: string }
  /** Undefined for what is no token of ours, and for one that has ended. */
  identify(token: string): TokenRecord | undefined
  list(): TokenRecord[]
  /** False where there is no token of that id. */
  revoke(id: string): boolean
}

const row = z
  .object({
    id: z.string(),
    role: z.string(),
    label: z.string(),
    createdAt: z.string(),
    bindings: z.string().nullable(),
    expiresAt: z.string().nullable(),
  })
  .transform(({ id, role, label, createdAt, bindings, expiresAt }): TokenRecord => {
    // A token of the first version was a role for everything.
    const held = bindings ?? JSON.stringify([{ role, organizations: 'all' }])
    return {
      id,
      bindings: readBindings(held),
      label,
      createdAt,
      ...(expiresAt !== null && { expiresAt }),
    }
  })

/**
 * Opens the tokens of a data folder (`:memory:` keeps nothing). Nothing is cached, so
 * a token that another process prints or revokes counts at once.
 *
 * @throws where the folder cannot be written
 */
export function openTokens(
  dataFolder: string,
  sources: TokenSources = {},
): Tokens & { close(): void } {
  const database = openAccessDatabase(dataFolder)
  return { ...createTokens(database, sources), close: () => database.close() }
}

/** The tokens in an open `access.sqlite`. */
export function createTokens(
  database: DatabaseSync,
  { now = () => new Date(), random = randomBytes }: TokenSources = {},
): Tokens {
  const insert = database.prepare(
    'INSERT INTO tokens (id, hash, role, label, createdAt, bindings, expiresAt) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const columns = 'id, role, label, createdAt, bindings, expiresAt'
  const byHash = database.prepare(`SELECT ${columns} FROM tokens WHERE hash = ?`)
  const all = database.prepare(`SELECT ${columns} FROM tokens ORDER BY createdAt, id`)
  const remove = database.prepare('DELETE FROM tokens WHERE id = ?')
  return {
    issue({ label = '', expiresAt, ...scope }) {
      const token = `wm_${Buffer.from(random(32)).toString('base64url')}`
      const id = tokenId(Buffer.from(random(6)).toString('hex'))
      const asked = 'role' in scope ? [{ role: scope.role, organizations: 'all' }] : scope.bindings
      const held = z.array(binding).min(1).parse(asked)
      const createdAt = now().toISOString()
      const [first] = held
      insert.run(
        id,
        hashOf(token),
        first?.role ?? '',
        label,
        createdAt,
        JSON.stringify(held),
        expiresAt ?? null,
      )
      return {
        id,
        bindings: held,
        label,
        createdAt,
        ...(expiresAt !== undefined && { expiresAt }),
        token,
      }
    },
    identify(token) {
      const found = byHash.get(hashOf(token))
      const record = found && row.parse(found)
      const isOver =
        record?.expiresAt !== undefined && Date.parse(record.expiresAt) <= now().getTime()
      return isOver ? undefined : record
    },
    list: () => all.all().map((found) => row.parse(found)),
    revoke: (id) => remove.run(id).changes > 0,
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
