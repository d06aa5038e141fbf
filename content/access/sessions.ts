import type { Auth } from './auth.ts'

/** A session as its owner sees it. `id` may be told, unlike what the cookie holds. */
export type Session = { id: string; account: string; createdAt: Date; lastSeenAt: Date }

/** Who is signed in, and where. */
export interface Sessions {
  /** The session of a request by its cookie; keeps it awake. */
  find(headers: Headers): Promise<Session | undefined>
  /** The id of a session by what its cookie holds. */
  idOf(token: string): Promise<string | undefined>
  /** The open sessions of an account, latest first. */
  list(account: string): Promise<Session[]>
  /** False where the account has no such session. */
  end(account: string, id: string): Promise<boolean>
  /** Ends all of an account but one. */
  endAll(account: string, except?: string): Promise<void>
}

// Half a day: over night people sign in anew, over lunch they do not.
const IDLE_MS = 12 * 3_600_000
// A session is marked as used once a minute at most, so that reading does not write.
const MARK_MS = 60_000

/** Sessions of better-auth, with an end for those that nobody uses. */
export function createSessions(auth: Auth, now: () => Date): Sessions {
  const isIdle = (session: { updatedAt: Date }) =>
    now().getTime() - session.updatedAt.getTime() >= IDLE_MS
  const sessions: Sessions = {
    async find(headers) {
      if (!headers.get('cookie')?.includes('waymark.session_token=')) return undefined
      const found = await auth.api.getSession({ headers })
      if (found === null) return undefined
      const { session } = found
      const { internalAdapter } = await auth.$context
      if (isIdle(session)) {
        await internalAdapter.deleteSession(session.token)
        return undefined
      }
      if (now().getTime() - session.updatedAt.getTime() >= MARK_MS) {
        await internalAdapter.updateSession(session.token, { updatedAt: now() })
      }
      return shown(session)
    },
    async idOf(token) {
      const { internalAdapter } = await auth.$context
      return (await internalAdapter.findSession(token))?.session.id
    },
    list: async (account) => (await open(account)).map(shown),
    async end(account, id) {
      const found = (await open(account)).find((session) => session.id === id)
      if (found === undefined) return false
      await (await auth.$context).internalAdapter.deleteSession(found.token)
      return true
    },
    async endAll(account, except) {
      for (const { id } of await open(account)) {
        if (id !== except) await sessions.end(account, id)
      }
    },
  }

  async function open(account: string) {
    const { internalAdapter } = await auth.$context
    const all = await internalAdapter.listSessions(account)
    return all
      .filter((session) => session.expiresAt > now() && !isIdle(session))
      .toSorted((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime())
  }

  return sessions
}

function shown(session: { id: string; userId: string; createdAt: Date; updatedAt: Date }): Session {
  const { id, userId, createdAt, updatedAt } = session
  return { id, account: userId, createdAt, lastSeenAt: updatedAt }
}
