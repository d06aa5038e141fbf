import { createHash, randomBytes } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { Binding } from './binding.ts'
import { readBindings } from './stored-binding.ts'

const kinds = ['first', 'invitation', 'reset'] as const

/** A link that works once: for the first administrator, for somebody invited, for a lost password. */
export interface Link {
  kind: (typeof kinds)[number]
  /** Whose it is; the first administrator says it themself. */
  email?: string
  /** What an invitation gives. */
  bindings: Binding[]
  createdAt: string
  expiresAt: string
}

type Wanted = {
  kind: Link['kind']
  email?: string | undefined
  bindings?: readonly Binding[] | undefined
}

/** One-time links. Only their hashes are kept. */
export interface Links {
  /** Makes a link; the ones of the same kind and address that were open before are void. Returns its secret part. */
  make(link: Wanted): string
  /** Looks without using it up. */
  find(kind: Link['kind'], secret: string): Link | undefined
  /** Uses it up: true for one caller only. */
  use(kind: Link['kind'], secret: string): boolean
  /** Makes a link that was used up as it was: what it was used for has failed. */
  giveBack(secret: string, link: Link): void
  /** The open link of that kind for an address. */
  openFor(kind: Link['kind'], email: string): Link | undefined
  /** Open invitations, oldest first. */
  invitations(): Link[]
  /** Makes the open links of that kind void, or only those of one address. False where there was none. */
  withdraw(kind: Link['kind'], email?: string): boolean
}

const HOUR = 3_600_000
const LIFE: Record<Link['kind'], number> = { first: 24 * HOUR, invitation: 168 * HOUR, reset: HOUR }

const row = z
  .object({
    kind: z.enum(kinds),
    email: z.string().nullable(),
    bindings: z.string().nullable(),
    createdAt: z.string(),
    expiresAt: z.string(),
  })
  .transform(
    ({ kind, email, bindings, createdAt, expiresAt }): Link => ({
      kind,
      ...(email !== null && { email }),
      bindings: bindings === null ? [] : readBindings(bindings),
      createdAt,
      expiresAt,
    }),
  )

/** The links in an open `access.sqlite`. The first one ends after a day, a reset after an hour, an invitation after a week. */
export function createLinks(
  database: DatabaseSync,
  now: () => Date,
  random: (byteCount: number) => Uint8Array = randomBytes,
): Links {
  const insert = database.prepare(
    'INSERT INTO links (hash, kind, email, bindings, createdAt, expiresAt) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const one = database.prepare('SELECT * FROM links WHERE hash = ? AND kind = ? AND expiresAt > ?')
  const take = database.prepare('DELETE FROM links WHERE hash = ? AND kind = ? AND expiresAt > ?')
  const open = database.prepare(
    "SELECT * FROM links WHERE kind = 'invitation' AND expiresAt > ? ORDER BY createdAt",
  )
  const forOne = database.prepare(
    'SELECT * FROM links WHERE kind = ? AND email = ? AND expiresAt > ?',
  )
  const drop = database.prepare('DELETE FROM links WHERE kind = ?1 AND (?2 IS NULL OR email = ?2)')
  const keep = (secret: string, link: Wanted & Pick<Link, 'createdAt' | 'expiresAt'>) => {
    const { kind, email = null, bindings, createdAt, expiresAt } = link
    const held = bindings === undefined ? null : JSON.stringify(bindings)
    insert.run(hashOf(secret), kind, email, held, createdAt, expiresAt)
  }
  const links: Links = {
    make({ kind, email, bindings }) {
      links.withdraw(kind, email)
      const secret = Buffer.from(random(32)).toString('base64url')
      const at = now()
      const createdAt = at.toISOString()
      const expiresAt = new Date(at.getTime() + LIFE[kind]).toISOString()
      keep(secret, { kind, email, bindings, createdAt, expiresAt })
      return secret
    },
    find(kind, secret) {
      const found = one.get(hashOf(secret), kind, now().toISOString())
      return found && row.parse(found)
    },
    use: (kind, secret) => take.run(hashOf(secret), kind, now().toISOString()).changes > 0,
    giveBack: keep,
    openFor(kind, email) {
      const found = forOne.get(kind, email, now().toISOString())
      return found && row.parse(found)
    },
    invitations: () => open.all(now().toISOString()).map((found) => row.parse(found)),
    withdraw: (kind, email) => drop.run(kind, email ?? null).changes > 0,
  }
  return links
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
