import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'

/** What happened to accounts, sessions and rights. */
export const auditEvent = z.enum([
  'signed-in',
  'sign-in-failed',
  'signed-out',
  'session-revoked',
  'account-made',
  'account-locked',
  'account-unlocked',
  'account-removed',
  'roles-changed',
  'invited',
  'invitation-withdrawn',
  'reset-link-made',
  'password-changed',
  'second-factor-added',
  'second-factor-removed',
  'token-made',
  'token-revoked',
  'review-link-made',
  'review-link-revoked',
])

/** @see {@link auditEvent} */
export type AuditEvent = z.infer<typeof auditEvent>

const entry = z.object({
  number: z.number(),
  at: z.string(),
  event: auditEvent,
  actor: z.string().nullable(),
  session: z.string().nullable(),
  about: z.string().nullable(),
  detail: z.string().nullable(),
})

/**
 * One line of the audit. `actor` is who did it (`command-line` for the shell), `session` the id of
 * the session it was done from, `about` whom or what it concerns. Never an address or a browser's name.
 */
export type AuditEntry = z.infer<typeof entry>

/** The append-only record of what was done to accounts and rights. */
export interface Audit {
  write(
    event: AuditEvent,
    line?: { actor?: string; session?: string; about?: string; detail?: string },
  ): void
  /** Oldest first; after the entry of that number where one is given. */
  entries(options?: { after?: number; limit?: number }): AuditEntry[]
}

/** The audit in an open `access.sqlite`. */
export function createAudit(database: DatabaseSync, now: () => Date): Audit {
  const insert = database.prepare(
    'INSERT INTO audit (at, event, actor, session, about, detail) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const select = database.prepare('SELECT * FROM audit WHERE number > ? ORDER BY number LIMIT ?')
  return {
    write(event, { actor, session, about, detail } = {}) {
      insert.run(
        now().toISOString(),
        event,
        actor ?? null,
        session ?? null,
        about ?? null,
        detail ?? null,
      )
    },
    entries: ({ after = 0, limit = -1 } = {}) =>
      select.all(after, limit).map((row) => entry.parse(row)),
  }
}
