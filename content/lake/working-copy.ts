import type { DocumentChange } from './commit.ts'
import type { CurrentDocuments } from './commit-group.ts'
import type { LakeDocument } from './document.ts'
import type { Audience } from './rights.ts'

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
 * Lays a sheet over the documents on which one transaction writes.
 *
 * @param see what the sender sees of a document
 */
export function createWorkingCopy(store: CurrentDocuments, see: Audience['see']): WorkingCopy {
  const written = new Map<string, { after?: LakeDocument; mutations: unknown[]; index: number }>()
  const seen = (id: string) => {
    const document = store.get(id)
    return document && see(document)
  }
  const inside = (find: CurrentDocuments['get']) => (id: string) => {
    const own = written.get(id)
    return own ? own.after : find(id)
  }
  return {
    get: inside(seen),
    stored: inside(store.get),
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
