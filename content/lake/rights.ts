import { refuse } from './errors.ts'

/** What a request wants to do. `manage` is for administration of the lake itself. */
export type Need = 'read' | 'create' | 'update' | 'delete' | 'manage'

/** Who is asking: `id` stands in the log and in listeners' events. */
export interface Identity {
  id: string
}

/** The answer no: `unauthenticated` is nobody we know, `forbidden` one without the right. */
interface Refusal {
  refused: 'unauthenticated' | 'forbidden'
  message: string
}

/** Decides on one need of one request. `headers` are there for sign-in by cookie. */
export type Authorize = (request: {
  token?: string
  headers: Headers
  need: Need
}) => Promise<Identity | Refusal>

/** One request's rights: each need is asked of {@link Authorize} once. */
export interface Rights {
  identity: Identity
  may(need: Need): Promise<Refusal | undefined>
}

/**
 * Identifies the sender, who has to have the given right for the request to go on.
 *
 * @throws LakeError 401 or 403
 */
export async function identify(
  authorize: Authorize,
  headers: Headers,
  need: Need,
): Promise<Rights> {
  const token = /^Bearer\s+(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1]
  const ask = (asked: Need) => authorize({ ...(token && { token }), headers, need: asked })
  const identity = await ask(need)
  if ('refused' in identity) {
    const status = identity.refused === 'unauthenticated' ? 401 : 403
    throw refuse(status, identity.message, identity.refused)
  }
  const answers = new Map<Need, Refusal | undefined>([[need, undefined]])
  return {
    identity,
    async may(asked) {
      if (!answers.has(asked)) {
        const answer = await ask(asked)
        answers.set(asked, 'refused' in answer ? answer : undefined)
      }
      return answers.get(asked)
    },
  }
}
