import type { Audit } from './audit.ts'
import type { Binding } from './binding.ts'
import type { Link, Links } from './links.ts'
import type { Members } from './members.ts'
import { type PasswordFault, passwordFault } from './password-rule.ts'
import type { Passwords } from './passwords.ts'

/** How new people come in: the first administrator by a printed link, all others by invitation. */
export interface Recruiting {
  /** A new link for the first administrator, the older ones void; undefined once there is one. */
  firstLink(): string | undefined
  /** A new link for somebody; undefined where the address has an account. */
  invite(
    email: string,
    bindings: readonly Binding[],
    by: { actor: string; session?: string },
  ): string | undefined
  withdraw(email: string, by: { actor: string; session?: string }): boolean
  find(kind: 'first' | 'invitation', secret: string): Link | undefined
  /** Makes the account of a link. `taken`: somebody has that address already. */
  accept(
    kind: 'first' | 'invitation',
    secret: string,
    person: { name: string; email: string; password: string },
  ): Promise<'done' | 'void' | 'taken' | PasswordFault>
}

/** @see {@link Recruiting} */
export function createRecruiting(parts: {
  audit: Audit
  links: Links
  members: Members
  passwords: Passwords
}): Recruiting {
  const { audit, links, members, passwords } = parts
  const recruiting: Recruiting = {
    firstLink() {
      if (members.administrators().length > 0) {
        links.withdraw('first')
        return undefined
      }
      return links.make({
        kind: 'first',
        bindings: [{ role: 'administrator', organizations: 'all' }],
      })
    },
    invite(email, bindings, by) {
      const address = email.trim().toLowerCase()
      if (members.findByEmail(address)) return undefined
      const secret = links.make({ kind: 'invitation', email: address, bindings })
      audit.write('invited', { ...by, detail: JSON.stringify(bindings) })
      return secret
    },
    withdraw(email, by) {
      const isWithdrawn = links.withdraw('invitation', email)
      if (isWithdrawn) audit.write('invitation-withdrawn', by)
      return isWithdrawn
    },
    find(kind, secret) {
      const isLate = kind === 'first' && members.administrators().length > 0
      return isLate ? undefined : links.find(kind, secret)
    },
    async accept(kind, secret, { name, email, password }) {
      const link = recruiting.find(kind, secret)
      if (link === undefined) return 'void'
      const address = link.email ?? email
      if (members.findByEmail(address)) return 'taken'
      const fault = passwordFault(password, { name, email: address })
      if (fault) return fault
      // Used up before anything is awaited: of two at once with one link, the second finds it void.
      if (!links.use(kind, secret)) return 'void'
      let id: string
      try {
        id = await passwords.create({ name, email: address, password })
      } catch (cause) {
        links.giveBack(secret, link)
        // Two links for one address, used at once: the other one was quicker.
        if (members.findByEmail(address)) return 'taken'
        throw cause
      }
      members.setBindings(id, link.bindings)
      audit.write('account-made', { actor: id, detail: JSON.stringify(link.bindings) })
      return 'done'
    },
  }
  return recruiting
}
