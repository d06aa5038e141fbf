import type { DocumentChange } from './commit.ts'
import type { LakeDocument } from './document.ts'
import type { DocumentStore } from './document-store.ts'

/** The documents as a transaction under way sees them; the store is not touched. */
export interface WorkingCopy {
  get(id: string): LakeDocument | undefined
  /** `after` undefined deletes. `index` is the place of the cause in the request. */
  write(id: string, after: LakeDocument | undefined, mutation: unknown, index: number): void
  changes(): (DocumentChange & { index: number })[]
}

/** Lays a sheet over the store on which one transaction writes. */
export function createWorkingCopy(store: DocumentStore): WorkingCopy {
  const written = new Map<string, { after?: LakeDocument; mutations: unknown[]; index: number }>()
  return {
    get(id) {
      const own = written.get(id)
      return own ? own.after : store.get(id)
    },
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
