import { getDraftId, getPublishedId, studioPath } from '@sanity/client/csm'
import type { Path, SanityClient, SanityDocument } from 'sanity'

/** Why nothing was written, and who had decided before, where somebody had. */
export type Refusal = { kind: 'refused'; words: string; by?: string; on?: string }

/**
 * What is made of a document's part as it really stands, or why nothing is. Of a whole document, `value` holds the
 * attributes to write, those to take away as `undefined`.
 */
export type Decision = { kind: 'write'; value: unknown } | Refusal

/** Where something is decided, and how. `path` leads to the part that is written. */
export type Order = {
  id: string
  path: Path
  decide: (current: unknown) => Decision
  /** Whether the public version is written too, at once. */
  alsoInPublic?: boolean
}

// Each try reads anew what the one before collided with.
const TRIES = 3
const COLLIDED = 'Others are writing here at the same moment. Nothing was changed. Try once more.'
const GONE = 'This document is no longer there. Nothing was changed.'

/**
 * Decides about a part of a document as the lake holds it this moment, and writes only if nobody wrote in between:
 * of two who decide at once, the second is asked again with what the first did.
 */
export async function commitReview(
  client: SanityClient,
  order: Order,
): Promise<Refusal | undefined> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const { draft, published } = await versionsOf(client, order.id)
    const document = draft ?? published
    if (document === undefined) return { kind: 'refused', words: GONE }
    const decision = order.decide(partOf(document, order.path))
    if (decision.kind === 'refused') return decision
    const isDone = await write(client, { order, draft, published, value: decision.value })
    if (isDone) return undefined
  }
  return { kind: 'refused', words: COLLIDED }
}

async function versionsOf(client: SanityClient, id: string) {
  const [draft, published] = await client.getDocuments<Record<string, unknown>>([
    getDraftId(id),
    getPublishedId(id),
  ])
  return { draft: draft ?? undefined, published: published ?? undefined }
}

type Writing = {
  order: Order
  draft: SanityDocument | undefined
  published: SanityDocument | undefined
  value: unknown
}

/** False where somebody wrote in between. */
async function write(client: SanityClient, writing: Writing): Promise<boolean> {
  const { order, draft, published, value } = writing
  const edits = editsOf(order.path, value)
  const transaction = client.transaction()
  if (draft) {
    transaction.patch(client.patch(draft._id, edits).ifRevisionId(draft._rev))
  } else if (published && !order.alsoInPublic) {
    const { _rev, _createdAt, _updatedAt, ...content } = published
    const _id = getDraftId(order.id)
    // Created, not replaced: whoever comes second collides.
    transaction.create({ ...content, _id }).patch(client.patch(_id, edits))
  }
  if (order.alsoInPublic && published) {
    const decision = order.decide(partOf(published, order.path))
    if (decision.kind === 'write') {
      const patch = client.patch(published._id, editsOf(order.path, decision.value))
      transaction.patch(patch.ifRevisionId(published._rev))
    }
  }
  try {
    await transaction.commit({ visibility: 'sync' })
    return true
  } catch (error) {
    if (isCollision(error)) return false
    throw error
  }
}

function partOf(document: SanityDocument, path: Path): unknown {
  return path.length === 0 ? document : studioPath.get(document, path)
}

function editsOf(path: Path, value: unknown) {
  if (path.length > 0) return { set: { [studioPath.toString(path)]: value } }
  const attributes = Object.entries(typeof value === 'object' && value !== null ? value : {})
  return {
    set: Object.fromEntries(attributes.filter(([, one]) => one !== undefined)),
    unset: attributes.filter(([, one]) => one === undefined).map(([name]) => name),
  }
}

function isCollision(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'statusCode' in error
    ? error.statusCode === 409
    : false
}
