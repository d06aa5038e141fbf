import type { DocumentChange } from './commit.ts'
import { type Audience, SEES_EVERYTHING, seenOf } from './rights.ts'

/** One change is told to many listeners, who are few audiences. */
const known = new WeakMap<DocumentChange, Map<string, DocumentChange | undefined>>()

/**
 * A change as an audience sees it; undefined where it sees nothing of it. A document that comes
 * into sight is created for it, one that goes out of sight deleted. The mutations as they were sent
 * are told only where the document was and is seen whole: otherwise they are what came of them.
 */
export function seenChange(change: DocumentChange, audience: Audience): DocumentChange | undefined {
  if (audience.key === SEES_EVERYTHING.key) return change
  const byKey = known.get(change) ?? new Map<string, DocumentChange | undefined>()
  known.set(change, byKey)
  if (!byKey.has(audience.key)) byKey.set(audience.key, look(change, audience))
  return byKey.get(audience.key)
}

function look(change: DocumentChange, audience: Audience): DocumentChange | undefined {
  const { id } = change
  const before = seenOf(change.before, audience)
  const after = seenOf(change.after, audience)
  if (!before && !after) return undefined
  if (before === change.before && after === change.after) return change
  const mutation = after ? { [before ? 'createOrReplace' : 'create']: after } : { delete: { id } }
  return { id, mutations: [mutation], ...(before && { before }), ...(after && { after }) }
}
