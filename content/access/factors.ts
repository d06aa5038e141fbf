import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { AskAuth, Visitor } from './ask-auth.ts'
import type { Audit } from './audit.ts'
import type { By } from './staff.ts'

/** A passkey as its owner sees it. */
export type Passkey = { id: string; name: string }

/** Second factors of whoever is signed in. Undefined where password or code are wrong. */
export interface Factors {
  /** A new secret for an authenticator app, as `otpauth:` address, with backup codes. It counts once confirmed. */
  startTotp(
    password: string,
    visitor: Visitor,
  ): Promise<{ uri: string; codes: string[] } | undefined>
  /** Answers cookies of the session that replaces the present one. */
  confirmTotp(code: string, by: By, visitor: Visitor): Promise<string[] | undefined>
  endTotp(password: string, by: By, visitor: Visitor): Promise<string[] | undefined>
  /** New backup codes; the ones before are void. */
  newCodes(password: string, visitor: Visitor): Promise<string[] | undefined>
  passkeys(account: string): Passkey[]
  removePasskey(id: string, by: By, visitor: Visitor): Promise<void>
}

const started = z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) })
const renewed = z.object({ backupCodes: z.array(z.string()) })
const row = z.object({ id: z.string(), name: z.string().nullable() })

/** Second factors by better-auth's two plugins. */
export function createFactors(parts: {
  database: DatabaseSync
  ask: AskAuth
  audit: Audit
}): Factors {
  const { database, ask, audit } = parts
  const passkeys = database.prepare(
    'SELECT id, name FROM passkey WHERE userId = ? ORDER BY createdAt',
  )
  return {
    async startTotp(password, visitor) {
      const { status, body } = await ask('/two-factor/enable', visitor, { password })
      if (status !== 200) return undefined
      const { totpURI: uri, backupCodes: codes } = started.parse(body)
      return { uri, codes }
    },
    async confirmTotp(code, by, visitor) {
      const plain = code.replace(/\s/g, '')
      const { status, cookies } = await ask('/two-factor/verify-totp', visitor, { code: plain })
      if (status !== 200) return undefined
      audit.write('second-factor-added', { ...by, detail: 'authenticator app' })
      return cookies
    },
    async endTotp(password, by, visitor) {
      const { status, cookies } = await ask('/two-factor/disable', visitor, { password })
      if (status !== 200) return undefined
      audit.write('second-factor-removed', { ...by, detail: 'authenticator app' })
      return cookies
    },
    async newCodes(password, visitor) {
      const path = '/two-factor/generate-backup-codes'
      const { status, body } = await ask(path, visitor, { password })
      return status === 200 ? renewed.parse(body).backupCodes : undefined
    },
    passkeys: (account) =>
      passkeys.all(account).map((found) => {
        const { id, name } = row.parse(found)
        return { id, name: name ?? id }
      }),
    async removePasskey(id, by, visitor) {
      const { status } = await ask('/passkey/delete-passkey', visitor, { id })
      if (status === 200) audit.write('second-factor-removed', { ...by, detail: 'passkey' })
    },
  }
}
