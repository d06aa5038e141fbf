import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { documentId } from '#content/model/ids.ts'

const LIVES_MS = 30 * 60_000

const claim = z.object({ id: documentId, account: z.string(), expires: z.number() })

/** What a token says: whose it is and what for, or that its time is over. */
export type Claim = { state: 'open'; id: string; account: string } | { state: 'expired' }

/** Tokens that show one document to one person for half an hour. */
export type PreviewTokens = {
  issue: (id: string, account: string) => { token: string; expiresAt: Date }
  /** Undefined for what we did not issue. */
  read: (token: string) => Claim | undefined
}

/** Makes the issuer. Without `key` it has one of its own: a restart ends all previews, and the Studio asks anew. */
export function createPreviewTokens(now: () => number, key = randomBytes(32)): PreviewTokens {
  const sign = (body: string) => createHmac('sha256', key).update(`preview ${body}`).digest()
  return {
    issue(id, account) {
      const expires = now() + LIVES_MS
      const body = Buffer.from(JSON.stringify({ id, account, expires })).toString('base64url')
      return { token: `${body}.${sign(body).toString('base64url')}`, expiresAt: new Date(expires) }
    },
    read(token) {
      const [body = '', mark = '', ...more] = token.split('.')
      const given = Buffer.from(mark, 'base64url')
      const right = sign(body)
      if (more.length > 0 || given.length !== right.length) return undefined
      if (!timingSafeEqual(given, right)) return undefined
      const { id, account, expires } = claim.parse(
        JSON.parse(Buffer.from(body, 'base64url').toString()),
      )
      return expires > now() ? { state: 'open', id, account } : { state: 'expired' }
    },
  }
}
