import { LRUCache } from 'lru-cache'
import type { AskAuth, AuthAnswer, Visitor } from './ask-auth.ts'
import type { Attempts } from './attempts.ts'
import type { Audit } from './audit.ts'
import type { Auth } from './auth.ts'
import type { Members } from './members.ts'
import type { Sessions } from './sessions.ts'

/** How a step of signing in ended. `cookies` are to be handed on. */
export type SignInStep =
  | { state: 'in'; account: string; cookies: string[] }
  | { state: 'second'; method: 'code' | 'passkey'; cookies: string[] }
  | { state: 'refused'; cookies: string[] }
  | { state: 'wait'; seconds: number }

/** Signing in, step by step. */
export interface SignIn {
  withPassword(given: { email: string; password: string }, visitor: Visitor): Promise<SignInStep>
  /** The second step: a code of the authenticator app, or one of the backup codes. */
  withCode(code: string, visitor: Visitor): Promise<SignInStep>
  /** A passkey stands for both steps. The answer is better-auth's own, for the browser's script. */
  withPasskey(response: Record<string, unknown>, visitor: Visitor): Promise<AuthAnswer>
}

/** What signing in needs. */
type SignInParts = {
  auth: Auth
  ask: AskAuth
  attempts: Attempts
  members: Members
  sessions: Sessions
  audit: Audit
}

const APP_CODE = /^\d{6}$/
const MINUTE = 60
// A code is accepted half a minute before and after its time; after two minutes it is void anyway.
const USED_CODE_MS = 120_000
// Of more people at once than this, the first code could be used again.
const MOST_USED_CODES = 10_000

/**
 * Signing in by password, code and passkey. A wrong password, an unknown account and a locked one
 * get the same answer.
 */
export function createSignIn(parts: SignInParts): SignIn {
  const { auth, ask, attempts, members, sessions, audit } = parts
  // A code that somebody has seen over a shoulder is worth nothing once it was used (RFC 6238, 5.2).
  const usedCodes = new LRUCache<string, true>({ max: MOST_USED_CODES, ttl: USED_CODE_MS })

  /** Ends the session that was there before: whoever signs in gets a new one. */
  async function enter(answer: AuthAnswer, visitor: Visitor): Promise<SignInStep> {
    const account = idOf(answer.body)
    const before = await sessions.find(visitor.headers)
    if (before) await sessions.end(before.account, before.id)
    await sessions.sweep(account)
    const member = members.find(account)
    if (member) attempts.forget(member.email)
    const session = await sessions.idOf(tokenOf(answer.body))
    audit.write('signed-in', { actor: account, ...(session && { session }) })
    return { state: 'in', account, cookies: answer.cookies }
  }

  return {
    async withPassword({ email, password }, visitor) {
      const seconds = attempts.begin(email)
      if (seconds > 0) return { state: 'wait', seconds }
      const answer = await ask('/sign-in/email', visitor, { email, password })
      if (answer.status === 200 || answer.status === 429) attempts.pardon(email)
      if (answer.status === 429) return { state: 'wait', seconds: MINUTE }
      const member = members.findByEmail(email)
      if (answer.status !== 200) {
        audit.write('sign-in-failed', member && { about: member.id })
        return { state: 'refused', cookies: [] }
      }
      if (answer.body['twoFactorRedirect'] === true) {
        return { state: 'second', method: 'code', cookies: answer.cookies }
      }
      if (member !== undefined && member.passkeys > 0) {
        // Nobody has seen this session's cookie yet: it goes, and the passkey makes one of its own.
        const { internalAdapter } = await auth.$context
        await internalAdapter.deleteSession(tokenOf(answer.body))
        return { state: 'second', method: 'passkey', cookies: [] }
      }
      return enter(answer, visitor)
    },

    async withCode(given, visitor) {
      const plain = given.replace(/\s/g, '')
      const path = APP_CODE.test(plain) ? 'verify-totp' : 'verify-backup-code'
      const answer = await ask(`/two-factor/${path}`, visitor, { code: plain })
      if (answer.status === 429) return { state: 'wait', seconds: MINUTE }
      const code = answer.status === 200 && `${idOf(answer.body)} ${plain}`
      if (code && !usedCodes.has(code)) {
        usedCodes.set(code, true)
        return enter(answer, visitor)
      }
      audit.write('sign-in-failed', { detail: 'second factor' })
      if (!code) return { state: 'refused', cookies: answer.cookies }
      const { internalAdapter } = await auth.$context
      await internalAdapter.deleteSession(tokenOf(answer.body))
      return { state: 'refused', cookies: [] }
    },

    async withPasskey(response, visitor) {
      const answer = await ask('/passkey/verify-authentication', visitor, { response })
      if (answer.status === 200) await enter(answer, visitor)
      else audit.write('sign-in-failed', { detail: 'passkey' })
      return answer
    },
  }
}

function idOf(body: Record<string, unknown>): string {
  return String(Object(body['user']).id)
}

function tokenOf(body: Record<string, unknown>): string {
  return String(body['token'] ?? Object(body['session']).token)
}
