import type { Audit } from './audit.ts'
import type { Auth } from './auth.ts'
import type { Binding } from './binding.ts'
import type { Links } from './links.ts'
import type { Members } from './members.ts'
import type { Sessions } from './sessions.ts'
import { isAdministrator } from './stored-binding.ts'

/** Who does something to an account, and from which session; the shell is `command-line`. */
export type By = { actor: string; session?: string }

/** What administrators do to other accounts. `last`: nobody would be left to administer. */
export interface Staff {
  bind(id: string, bindings: readonly Binding[], by: By): 'done' | 'last'
  /** Ends all sessions, and lets nobody in until it is unlocked. */
  lock(id: string, by: By): Promise<'done' | 'last'>
  unlock(id: string, by: By): void
  /** Takes the account away for good. What was written stays under its id. */
  remove(id: string, by: By): Promise<'done' | 'last'>
  /** For somebody who has lost telephone and codes. */
  dropSecondFactors(id: string, by: By): Promise<void>
}

/** @see {@link Staff} */
export function createStaff(parts: {
  auth: Auth
  audit: Audit
  links: Links
  members: Members
  sessions: Sessions
}): Staff {
  const { auth, audit, links, members, sessions } = parts

  function isLast(id: string): boolean {
    const now = members.administrators()
    const forGood = now.filter(({ bindings }) => administersForGood(bindings))
    const [one, ...others] = forGood.length > 0 ? forGood : now
    return one?.id === id && others.length === 0
  }

  async function forgetFactors(id: string): Promise<void> {
    const { adapter } = await auth.$context
    for (const model of ['passkey', 'twoFactor']) {
      await adapter.deleteMany({ model, where: [{ field: 'userId', value: id }] })
    }
  }

  return {
    bind(id, bindings, by) {
      if (isLast(id) && !administersForGood(bindings)) return 'last'
      members.setBindings(id, bindings)
      audit.write('roles-changed', { ...by, about: id, detail: JSON.stringify(bindings) })
      return 'done'
    },
    async lock(id, by) {
      if (isLast(id)) return 'last'
      members.setLocked(id, true)
      audit.write('account-locked', { ...by, about: id })
      await sessions.endAll(id)
      return 'done'
    },
    unlock(id, by) {
      members.setLocked(id, false)
      audit.write('account-unlocked', { ...by, about: id })
    },
    async remove(id, by) {
      if (isLast(id)) return 'last'
      const email = members.find(id)?.email
      members.remove(id)
      if (email !== undefined) links.withdraw('reset', email)
      audit.write('account-removed', { ...by, about: id })
      await forgetFactors(id)
      const { internalAdapter } = await auth.$context
      await internalAdapter.deleteUserSessions(id)
      await internalAdapter.deleteAccounts(id)
      await internalAdapter.deleteUser(id)
      return 'done'
    },
    async dropSecondFactors(id, by) {
      await forgetFactors(id)
      const { internalAdapter } = await auth.$context
      await internalAdapter.updateUser(id, { twoFactorEnabled: false })
      audit.write('second-factor-removed', { ...by, about: id })
    },
  }
}

function administersForGood(bindings: readonly Binding[]): boolean {
  return isAdministrator(bindings.filter(({ expiresAt }) => expiresAt === undefined))
}
