import { almighty, type Identity } from '../lake/rights.ts'
import type { Role } from './role.ts'

/** A role, and whose documents it is held for. `place` is of the field role only; after `expiresAt` (RFC 3339) it is void. */
export type Binding = {
  role: Role
  organizations: readonly string[] | 'all'
  place?: string | undefined
  expiresAt?: string | undefined
}

const READERS: readonly Role[] = ['viewer', 'operator']

/** What somebody with these bindings may see and do. */
export function identityFor({
  id,
  bindings,
}: {
  id: string
  bindings: readonly Binding[]
}): Identity {
  const isAdministrator = bindings.some(({ role }) => role === 'administrator')
  const mayWrite = bindings.some(({ role }) => !READERS.includes(role))
  const everything = almighty(id)
  return {
    ...everything,
    grants: everything.grants.map(({ filter }) => ({
      filter,
      permissions: mayWrite ? ['read', 'create', 'update', 'history'] : ['read', 'history'],
    })),
    refusalOf(need) {
      const isCovered =
        isAdministrator ||
        (need === 'read' && bindings.length > 0) ||
        (need !== 'manage' && mayWrite)
      return isCovered ? undefined : `Insufficient permissions; permission "${need}" required`
    },
  }
}

/** Somebody whom we do not know: reads what is published, nothing else. */
export function publicReader(): Identity {
  const everything = almighty('anonymous')
  return {
    ...everything,
    audience: {
      key: 'public',
      see: (document) => (document._id.includes('.') ? undefined : document),
    },
    grants: [{ filter: '!(_id in path("**.**"))', permissions: ['read'] }],
    refusalOf: (need) => (need === 'read' ? undefined : 'Sign in to do this'),
  }
}
