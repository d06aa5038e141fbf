import type { LakeDocument } from './document.ts'
import { eachReferencedId } from './references.ts'

/** Current documents, all or what somebody sees of them, with the references between them turned around. */
export interface Documents {
  get(id: string): LakeDocument | undefined
  all(): Iterable<LakeDocument>
  size(): number
  /** Ids of the documents that hold a reference, weak or strong, to this id. */
  referrersOf(id: string): ReadonlySet<string>
}

/** All current documents in memory. */
export interface DocumentStore extends Documents {
  put(document: LakeDocument): void
  remove(id: string): void
}

const NOBODY: ReadonlySet<string> = new Set()

/** Holds documents by id; memory grows with the dataset, about 1 KB a document. */
export function createDocumentStore(initial: Iterable<LakeDocument>): DocumentStore {
  const documents = new Map<string, LakeDocument>()
  const referrers = new Map<string, Set<string>>()

  const unlink = (document: LakeDocument) => {
    eachReferencedId(document, (id) => {
      const holders = referrers.get(id)
      holders?.delete(document._id)
      if (holders?.size === 0) referrers.delete(id)
    })
  }

  const put = (document: LakeDocument) => {
    const previous = documents.get(document._id)
    if (previous) unlink(previous)
    documents.set(document._id, document)
    eachReferencedId(document, (id) => {
      const holders = referrers.get(id)
      if (holders) holders.add(document._id)
      else referrers.set(id, new Set([document._id]))
    })
  }

  for (const document of initial) put(document)

  return {
    get: (id) => documents.get(id),
    all: () => documents.values(),
    size: () => documents.size,
    referrersOf: (id) => referrers.get(id) ?? NOBODY,
    put,
    remove(id) {
      const previous = documents.get(id)
      if (!previous) return
      unlink(previous)
      documents.delete(id)
    },
  }
}
