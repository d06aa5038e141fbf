import type { DocumentChange } from './commit.ts'
import type { LakeDocument } from './document.ts'
import type { Documents } from './document-store.ts'

/** The documents as a transaction under way has them; the store is not touched. */
export interface WorkingCopy {
  /** The document as the sender sees it, so that nothing unseen can be copied or probed. */
  get(id: string): LakeDocument | undefined
  /** The document whole, for the lake's own rules. */
  stored(id: string): LakeDocument | undefined
  /** `after` undefined deletes. `index` is the place of the cause in the request. */
  write(id: string, after: LakeDocument | undefined, mutation: unknown, index: number): void
  changes(): (DocumentChange & { index: number })[]
}

/**
 * Lays a sheet over the store on which one transaction writes.
 *
 * @param seen what the sender sees of the store
 */
export function createWorkingCopy(store: Documents, seen: Documents): WorkingCopy {
  const written = new Map<string, { after?: LakeDocument; mutations: unknown[]; index: number }>()
  const inside = (documents: Documents) => (id: string) => {
    const own = written.get(id)
    return own ? own.after : documents.get(id)
  }
  return {
    get: inside(seen),
    stored: inside(store),
    write(id, after, mutation, index) {
      const mutations = [...(written.get(id)?.mutations ?? []), mutation]
      written.set(id, { ...(after && { after }), mutations, index })
    },
    changes() {
      return [...written].flatMap(([id, change]) => {
        const before = store.get(id)
        if (!before && !change.after) return []
        return [{ id, ...(before && { before }), ...change }]
      })
    },
  }
}
