import type { Auth } from './auth.ts'

/** A session as its owner sees it. `id` may be told, unlike what the cookie holds. */
export type Session = { id: string; account: string; createdAt: Date; lastSeenAt: Date }

/** Who is signed in, and where. */
export interface Sessions {
  /** The session of a request by its cookie; keeps it awake, unless that is no use of it. */
  find(headers: Headers, options?: { isUse: boolean }): Promise<Session | undefined>
  /** The id of a session by what its cookie holds. */
  idOf(token: string): Promise<string | undefined>
  /** The open sessions of an account, latest first, 100 at most. */
  list(account: string): Promise<Session[]>
  /** False where the account has no such session. */
  end(account: string, id: string): Promise<boolean>
  /** Ends all of an account but one. */
  endAll(account: string, except?: string): Promise<void>
  /** Takes away what is left of an account's sessions that are over. */
  sweep(account: string): Promise<void>
}

// Half a day: over night people sign in anew, over lunch they do not.
const IDLE_MS = 12 * 3_600_000
// A session is marked as used once a minute at most, so that reading does not write.
const MARK_MS = 60_000

type StoredSession = {
  id: string
  userId: string
  createdAt: Date
  updatedAt: Date
  expiresAt: Date
}

const model = 'session'
const owned = (account: string) => ({ field: 'userId', value: account })

/**
 * Sessions of better-auth, with an end for those that nobody uses. They are looked up and ended here,
 * because its own list has the first 100 ever made, and so hides those that are open.
 */
export function createSessions(auth: Auth, now: () => Date): Sessions {
  const isIdle = (session: { updatedAt: Date }) =>
    now().getTime() - session.updatedAt.getTime() >= IDLE_MS
  const idleSince = () => new Date(now().getTime() - IDLE_MS)
  return {
    async find(headers, { isUse } = { isUse: true }) {
      if (!headers.get('cookie')?.includes('waymark.session_token=')) return undefined
      const found = await auth.api.getSession({ headers })
      if (found === null) return undefined
      const { session } = found
      const { internalAdapter } = await auth.$context
      if (isIdle(session)) {
        await internalAdapter.deleteSession(session.token)
        return undefined
      }
      if (isUse && now().getTime() - session.updatedAt.getTime() >= MARK_MS) {
        await internalAdapter.updateSession(session.token, { updatedAt: now() })
      }
      return shown(session)
    },
    async idOf(token) {
      const { internalAdapter } = await auth.$context
      return (await internalAdapter.findSession(token))?.session.id
    },
    async list(account) {
      const { adapter } = await auth.$context
      const open = await adapter.findMany<StoredSession>({
        model,
        where: [owned(account), { field: 'updatedAt', operator: 'gt', value: idleSince() }],
        sortBy: { field: 'updatedAt', direction: 'desc' },
      })
      return open.filter(({ expiresAt }) => expiresAt > now()).map(shown)
    },
    async end(account, id) {
      const { adapter } = await auth.$context
      const where = [owned(account), { field: 'id', value: id }]
      return (await adapter.deleteMany({ model, where })) > 0
    },
    async endAll(account, except) {
      const { adapter } = await auth.$context
      const others = { field: 'id', operator: 'ne', value: except ?? '' } as const
      await adapter.deleteMany({ model, where: [owned(account), others] })
    },
    async sweep(account) {
      const { adapter } = await auth.$context
      const old = { field: 'updatedAt', operator: 'lte', value: idleSince() } as const
      await adapter.deleteMany({ model, where: [owned(account), old] })
    },
  }
}

function shown(session: Omit<StoredSession, 'expiresAt'>): Session {
  const { id, userId, createdAt, updatedAt } = session
  return { id, account: userId, createdAt, lastSeenAt: updatedAt }
}
