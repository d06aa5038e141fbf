import { ClientError, type Patch, type SanityClient, type Transaction } from '@sanity/client'
import { z } from 'zod'
import type { LakeDocument } from '#content/lake/document.ts'
import { DeskMistake } from './problem.ts'

/** How a document is changed, as a patch. */
export type Change = (patch: Patch) => Patch

const failure = z.object({ items: z.array(z.object({ error: z.object({ type: z.string() }) })) })
const MOVED_ON = ['documentRevisionIDDoesNotMatchError', 'documentNotFoundError']

/**
 * Writes documents together, or none. False where one of them has moved on since it was read.
 * Throws DeskMistake 422 with the lake's own words where a gate refuses.
 */
export async function writeFact(
  client: SanityClient,
  changes: readonly (readonly [LakeDocument, Change])[],
): Promise<boolean> {
  const transaction = changes.reduce<Transaction>(
    (all, [{ _id, _rev }, change]) => all.patch(_id, (patch) => change(patch).ifRevisionId(_rev)),
    client.transaction(),
  )
  try {
    await transaction.commit({ visibility: 'sync' })
    return true
  } catch (error) {
    if (!(error instanceof ClientError)) throw error
    const items = failure.safeParse(error.details).data?.items ?? []
    if (items.some((item) => MOVED_ON.includes(item.error.type))) return false
    throw new DeskMistake(422, 'refused', error.message)
  }
}
