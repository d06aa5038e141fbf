import { almighty, type Identity } from '../lake/rights.ts'
import type { Binding, Role } from './binding.ts'

const READERS: readonly Role[] = ['viewer', 'operator']

/** What somebody with these bindings may see and do. */
export function identityFor({
  id,
  bindings: given,
  now,
}: {
  id: string
  bindings: readonly Binding[]
  now: Date
}): Identity {
  const bindings = given.filter(({ expiresAt }) => !expiresAt || new Date(expiresAt) > now)
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
