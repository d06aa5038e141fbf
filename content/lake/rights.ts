import type { LakeDocument } from './document.ts'
import { refuse } from './errors.ts'

/**
 * What somebody wants to do. `history` is to see what was before, and who did it; `manage` is for
 * administration of the lake itself.
 */
export type Need = 'read' | 'history' | 'create' | 'update' | 'delete' | 'manage'

/**
 * What a group of senders sees of the documents. Whoever has the same `key` sees the same, so that
 * views and indexes are shared. `see` is pure: the document as stored, less what is not for them, or
 * that very object where it is all for them; undefined hides it. `_id` and `_rev` stay.
 */
export interface Audience {
  key: string
  see(document: LakeDocument): LakeDocument | undefined
}

/** One rule as the Studio is told: what may be done to the documents that a GROQ filter matches. */
export interface Grant {
  filter: string
  permissions: readonly ('read' | 'create' | 'update' | 'history' | 'editHistory' | 'manage')[]
}

/** A document before and after; without `before` it is made, without `after` it goes. */
export interface DocumentStep {
  before?: LakeDocument | undefined
  after?: LakeDocument | undefined
  /** Of a draft or version: the document it belongs to, as the transaction leaves it. */
  published?: LakeDocument | undefined
  /** Of a document that is written while its draft or version goes: that one, which is then published. */
  draft?: LakeDocument | undefined
}

/** Who is asking, and what that one may. `id` stands in the log and in listeners' events. */
export interface Identity {
  id: string
  /** Nobody in particular: one who may read without having said who they are. */
  isUnknown?: boolean
  /** Random id of the session or token that is used: it stands in the log, so never an address. */
  session?: string
  audience: Audience
  grants: readonly Grant[]
  /** Why not; undefined where it may be. Without a step: whether there is anything they may do so to. */
  refusalOf(need: Need, step?: DocumentStep): string | undefined
}

/** The answer no to a request as a whole: `unauthenticated` is nobody we know. */
export interface Refusal {
  refused: 'unauthenticated' | 'forbidden'
  message: string
}

/** What is looked at to find out who sends a request. Method and headers are there for sign-in by cookie. */
export interface Sender {
  method: string
  headers: Headers
  /** Looked at again, for a connection that is still open: a sign of life, but none of use. */
  isAgain?: boolean
}

/** Finds out who sends a request. */
export type Authorize = (request: Sender & { token?: string }) => Promise<Identity | Refusal>

/** The audience that sees everything. */
export const SEES_EVERYTHING: Audience = { key: '*', see: (document) => document }

/** What is seen of a document that may not be there. */
export function seenOf(
  document: LakeDocument | undefined,
  audience: Audience,
): LakeDocument | undefined {
  return document && audience.see(document)
}

/** Somebody who may do everything: the process itself. */
export function almighty(id: string): Identity {
  return {
    id,
    audience: SEES_EVERYTHING,
    grants: [
      {
        filter: '_id in path("**")',
        permissions: ['read', 'create', 'update', 'history', 'editHistory', 'manage'],
      },
    ],
    refusalOf: () => undefined,
  }
}

/**
 * Identifies the sender, who has to have the given right somewhere for the request to go on.
 *
 * @throws LakeError 401 or 403
 */
export async function identify(
  { authorize }: { authorize: Authorize },
  { method, headers, isAgain = false }: Sender,
  need: Need,
): Promise<Identity> {
  const token = /^Bearer\s+(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1]
  const answer = await authorize({ ...(token && { token }), method, headers, isAgain })
  if ('refused' in answer) {
    const status = answer.refused === 'unauthenticated' ? 401 : 403
    throw refuse(status, answer.message, answer.refused)
  }
  const why = answer.refusalOf(need)
  if (why !== undefined) throw refuse(403, why, 'forbidden')
  return answer
}

/**
 * Identifies the sender as {@link identify} does; one who has not said who they are is refused.
 *
 * @throws LakeError 401 or 403
 */
export async function identifyPerson(
  lake: { authorize: Authorize },
  request: Sender,
): Promise<Identity> {
  const identity = await identify(lake, request, 'read')
  if (identity.isUnknown) throw refuse(401, 'Sign in or send a token', 'unauthenticated')
  return identity
}
