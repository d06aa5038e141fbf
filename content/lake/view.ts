import { idInLayer, type LakeDocument, publishedIdOf } from './document.ts'
import type { DocumentStore } from './document-store.ts'
import type { Perspective } from './perspective.ts'
import { createSortedDocuments, type SortedDocuments } from './sorted-documents.ts'

/** The documents that one perspective sees, in order of `_id`. */
export interface View {
  all: SortedDocuments
  ofType(type: string): readonly LakeDocument[]
  byId(id: string): LakeDocument | undefined
  /** Documents seen here that may hold a reference to the id: a superset. */
  mayReference(id: string): LakeDocument[]
  /** Takes in what has changed, given by ids as stored. */
  refresh(changedIds: readonly string[]): void
}

/** Builds a view: O(n log n) once, then O(log n) plus one move of memory for each changed document. */
export function createView(store: DocumentStore, perspective: Perspective): View {
  const keyOf = perspective === 'raw' ? (id: string) => id : publishedIdOf
  const seen = new Map<string, LakeDocument>()
  for (const { _id } of store.all()) {
    const key = keyOf(_id)
    if (seen.has(key)) continue
    const document = look(store, perspective, key)
    if (document) seen.set(key, document)
  }
  const all = createSortedDocuments(seen.values())
  const types = new Map<string, SortedDocuments>()
  for (const document of all.list) ofType(types, document._type).append(document)

  const refreshOne = (key: string) => {
    const before = seen.get(key)
    const after = look(store, perspective, key)
    if (before) {
      all.remove(key)
      types.get(before._type)?.remove(key)
      seen.delete(key)
    }
    if (after) {
      all.insert(after)
      ofType(types, after._type).insert(after)
      seen.set(key, after)
    }
  }

  return {
    all,
    ofType: (type) => types.get(type)?.list ?? [],
    byId: (id) => seen.get(id),
    mayReference(id) {
      const keys = new Set([...store.referrersOf(id)].map(keyOf))
      return [...keys].flatMap((key) => seen.get(key) ?? [])
    },
    refresh(changedIds) {
      for (const key of new Set(changedIds.map(keyOf))) refreshOne(key)
    },
  }
}

function ofType(types: Map<string, SortedDocuments>, type: string): SortedDocuments {
  const present = types.get(type)
  if (present) return present
  const empty = createSortedDocuments([])
  types.set(type, empty)
  return empty
}

function look(
  store: DocumentStore,
  perspective: Perspective,
  key: string,
): LakeDocument | undefined {
  if (perspective === 'raw') return store.get(key)
  for (const layer of perspective) {
    const document = store.get(idInLayer(key, layer))
    if (!document) continue
    // Hosted perspectives tell in `_originalId` which layer answered; plain `published` has nothing to tell.
    if (perspective.length === 1) return document
    return { ...document, _id: key, _originalId: document._id }
  }
  return undefined
}
