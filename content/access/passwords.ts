import type { Audit } from './audit.ts'
import type { Auth } from './auth.ts'
import type { Links } from './links.ts'
import type { Member, Members } from './members.ts'
import { type PasswordFault, passwordFault } from './password-rule.ts'
import type { Sessions } from './sessions.ts'

/** Passwords that are set without the old one. */
export interface Passwords {
  /** Makes an account, whole or not at all, and returns its id. The address must be free, and the password within the rule. */
  create(person: { name: string; email: string; password: string }): Promise<string>
  /**
   * A link for a lost password; undefined where nobody has that address or the account is locked. Without
   * an actor anybody may have asked: then also where the last one is younger than five minutes.
   */
  resetLink(email: string, actor?: string): { secret: string; member: Member } | undefined
  /** Sets a password by a link that works once, and ends all sessions. */
  reset(secret: string, password: string): Promise<'done' | 'void' | PasswordFault>
}

// So that nobody can fill somebody's letter box, or make every link void before it is opened.
const PAUSE_MS = 5 * 60_000

/** Sets passwords in better-auth, by its own hash. */
export function createPasswords(parts: {
  auth: Auth
  audit: Audit
  links: Links
  members: Members
  sessions: Sessions
  now: () => Date
}): Passwords {
  const { auth, audit, links, members, sessions, now } = parts
  return {
    async create({ name, email, password }) {
      const { internalAdapter, password: hasher } = await auth.$context
      const hash = await hasher.hash(password)
      const { id } = await internalAdapter.createUser(
        { name, email: email.trim().toLowerCase(), emailVerified: false },
        { method: 'email-password' },
      )
      try {
        await internalAdapter.linkAccount({
          userId: id,
          providerId: 'credential',
          accountId: id,
          password: hash,
        })
      } catch (cause) {
        // Without a password nobody could come in, and the address would be taken.
        await internalAdapter.deleteUser(id)
        throw cause
      }
      return id
    },
    resetLink(email, actor) {
      const member = members.findByEmail(email)
      if (member === undefined || member.isLocked) return undefined
      const last = links.openFor('reset', member.email)
      const isRecent = last && now().getTime() - Date.parse(last.createdAt) < PAUSE_MS
      if (actor === undefined && isRecent) return undefined
      const secret = links.make({ kind: 'reset', email: member.email })
      audit.write('reset-link-made', { about: member.id, ...(actor && { actor }) })
      return { secret, member }
    },
    async reset(secret, password) {
      const member = members.findByEmail(links.find('reset', secret)?.email ?? '')
      if (member === undefined || member.isLocked) return 'void'
      const fault = passwordFault(password, member)
      if (fault) return fault
      if (!links.use('reset', secret)) return 'void'
      const { internalAdapter, password: hasher } = await auth.$context
      await internalAdapter.updatePassword(member.id, await hasher.hash(password))
      await sessions.endAll(member.id)
      audit.write('password-changed', { actor: member.id, detail: 'by link' })
      return 'done'
    },
  }
}
