import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { Binding } from './binding.ts'
import { isAdministrator, readBindings, validAt } from './stored-binding.ts'

/** Somebody with an account. */
export interface Member {
  id: string
  name: string
  email: string
  /** All that were given, those that are over too. */
  bindings: Binding[]
  isLocked: boolean
  hasTotp: boolean
  passkeys: number
}

/** Who has an account, and with which roles. */
export interface Members {
  list(): Member[]
  find(id: string): Member | undefined
  findByEmail(email: string): Member | undefined
  /** Bindings that count now: none for somebody locked or unknown. */
  bindingsOf(id: string): Binding[]
  mayEnter(id: string): boolean
  setBindings(id: string, bindings: readonly Binding[]): void
  setLocked(id: string, isLocked: boolean): void
  remove(id: string): void
  /** Administrators of the whole house who can sign in. */
  administrators(): Member[]
}

const row = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    bindings: z.string().nullable(),
    lockedAt: z.string().nullable(),
    twoFactorEnabled: z.number().nullable(),
    passkeys: z.number(),
  })
  .transform(
    ({ id, name, email, bindings, lockedAt, twoFactorEnabled, passkeys }): Member => ({
      id,
      name,
      email,
      bindings: bindings === null ? [] : readBindings(bindings),
      isLocked: lockedAt !== null,
      hasTotp: twoFactorEnabled === 1,
      passkeys,
    }),
  )

const SELECT = `
  SELECT user.id, name, email, bindings, lockedAt, twoFactorEnabled,
    (SELECT count(*) FROM passkey WHERE passkey.userId = user.id) AS passkeys
  FROM user LEFT JOIN members ON members.id = user.id`
const rights = z.object({ bindings: z.string(), lockedAt: z.string().nullable() })

/** The members in an open `access.sqlite` that has better-auth's tables. Nothing is cached: a change counts at once. */
export function createMembers(database: DatabaseSync, now: () => Date): Members {
  const all = database.prepare(`${SELECT} ORDER BY name COLLATE NOCASE, user.id`)
  const one = database.prepare(`${SELECT} WHERE user.id = ?`)
  const byEmail = database.prepare(`${SELECT} WHERE email = ?`)
  const heldBy = database.prepare('SELECT bindings, lockedAt FROM members WHERE id = ?')
  const bind = database.prepare(
    `INSERT INTO members (id, bindings) VALUES (?1, ?2)
     ON CONFLICT DO UPDATE SET bindings = ?2`,
  )
  const lock = database.prepare('UPDATE members SET lockedAt = ? WHERE id = ?')
  const drop = database.prepare('DELETE FROM members WHERE id = ?')
  const rightsOf = (id: string) => {
    const found = heldBy.get(id)
    return found && rights.parse(found)
  }
  const members: Members = {
    list: () => all.all().map((found) => row.parse(found)),
    find(id) {
      const found = one.get(id)
      return found && row.parse(found)
    },
    findByEmail(email) {
      const found = byEmail.get(email.trim().toLowerCase())
      return found && row.parse(found)
    },
    bindingsOf(id) {
      const found = rightsOf(id)
      if (found === undefined || found.lockedAt !== null) return []
      return validAt(readBindings(found.bindings), now())
    },
    mayEnter: (id) => rightsOf(id)?.lockedAt === null,
    setBindings: (id, bindings) => void bind.run(id, JSON.stringify(bindings)),
    setLocked: (id, isLocked) => void lock.run(isLocked ? now().toISOString() : null, id),
    remove: (id) => void drop.run(id),
    administrators: () =>
      members
        .list()
        .filter(({ id, isLocked }) => !isLocked && isAdministrator(members.bindingsOf(id))),
  }
  return members
}
