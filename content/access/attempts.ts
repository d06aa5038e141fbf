import { createHmac } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'

/** Counts failed sign-ins per account, so that guessing gets slower and slower. */
export interface Attempts {
  /** Seconds to wait before the next try; 0 where it may be made, and then it counts as failed until told otherwise. */
  begin(email: string): number
  /** Takes the last try back: it was no failure, but those before still count. */
  pardon(email: string): void
  forget(email: string): void
}

// The first five are free: people mistype. Then one minute, doubling up to an hour.
// Source: OWASP Authentication Cheat Sheet, account lockout with exponential growth.
const FREE = 5
const FIRST_WAIT_MS = 60_000
const LONGEST_WAIT_MS = 3_600_000
const FORGET_AFTER_MS = 24 * 3_600_000

const row = z.object({ failures: z.number(), lockedUntil: z.number() })

/**
 * Attempts in an open `access.sqlite`. Accounts stand there under a keyed hash of their address:
 * one that does not exist is counted just the same, and the table tells nobody who tried.
 */
export function createAttempts(database: DatabaseSync, secret: string, now: () => Date): Attempts {
  const select = database.prepare('SELECT failures, lockedUntil FROM attempts WHERE account = ?')
  const upsert = database.prepare(
    `INSERT INTO attempts (account, failures, lastAt, lockedUntil) VALUES (?1, 1, ?2, 0)
     ON CONFLICT DO UPDATE SET failures = failures + 1, lastAt = ?2 RETURNING failures, lockedUntil`,
  )
  const lock = database.prepare('UPDATE attempts SET lockedUntil = ? WHERE account = ?')
  const takeBack = database.prepare(
    'UPDATE attempts SET failures = failures - 1, lockedUntil = 0 WHERE account = ? AND failures > 0',
  )
  const remove = database.prepare('DELETE FROM attempts WHERE account = ?')
  const removeOld = database.prepare('DELETE FROM attempts WHERE lastAt < ?')
  const keyOf = (email: string) =>
    createHmac('sha256', secret).update(email.trim().toLowerCase()).digest('hex')
  const waitFor = (account: string): number => {
    const found = select.get(account)
    if (found === undefined) return 0
    return Math.max(0, Math.ceil((row.parse(found).lockedUntil - now().getTime()) / 1000))
  }
  return {
    // Counted before the password is looked at: many guesses at once would all find the way free.
    begin(email) {
      const account = keyOf(email)
      const seconds = waitFor(account)
      if (seconds > 0) return seconds
      const at = now().getTime()
      removeOld.run(at - FORGET_AFTER_MS)
      const { failures } = row.parse(upsert.get(account, at))
      if (failures >= FREE) {
        const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - FREE))
        lock.run(at + wait, account)
      }
      return 0
    },
    pardon: (email) => void takeBack.run(keyOf(email)),
    forget: (email) => void remove.run(keyOf(email)),
  }
}
