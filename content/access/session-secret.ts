import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const FILE = 'session-secret'

/**
 * The secret that signs session cookies: made at the first start, readable by its owner only (mode 0600).
 * Without it everybody has to sign in again and authenticator apps have to be set up anew.
 */
export function openSessionSecret(secretsFolder: string): string {
  mkdirSync(secretsFolder, { recursive: true, mode: 0o700 })
  const file = join(secretsFolder, FILE)
  try {
    // Two processes may start at once: the first to create the file wins, the other reads it.
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw cause
    chmodSync(file, 0o600)
  }
  return readFileSync(file, 'utf8').trim()
}
