import { idInLayer, type LakeDocument, publishedIdOf } from './document.ts'
import type { Documents } from './document-store.ts'
import { createOrderedList, type OrderedList } from './ordered-list.ts'
import { createPathIndexes, type IndexOptions } from './path-indexes.ts'
import { type AttributePath, byId } from './path-order.ts'
import type { Perspective } from './perspective.ts'

/** The documents that one perspective sees. */
export interface View {
  /** In order of `_id`. */
  all: OrderedList<LakeDocument>
  /** In order of `_id`. */
  ofType(type: string): OrderedList<LakeDocument>
  byId(id: string): LakeDocument | undefined
  /** What is seen of the document that is stored under this id; undefined where another layer hides it. */
  stored(storedId: string): LakeDocument | undefined
  /** Documents seen here that may hold a reference to the id: a superset. */
  mayReference(id: string): LakeDocument[]
  /** Documents of a type, or all, by the value at a path; undefined where no index stands. */
  sortedBy(path: AttributePath, type?: string): OrderedList<LakeDocument> | undefined
  /** Takes in what has changed, given by ids as stored. */
  refresh(changedIds: readonly string[]): void
}

const NONE = createOrderedList<LakeDocument>(byId, [])

/** Builds a view: O(n log n) once; a change then costs the same however many documents there are. */
export function createView(
  store: Documents,
  perspective: Perspective,
  options?: IndexOptions,
): View {
  const keyOf = perspective === 'raw' ? (id: string) => id : publishedIdOf
  const isLayered = perspective !== 'raw' && perspective.length > 1
  const seen = seenIn(store, perspective, keyOf)
  const all = createOrderedList(byId, seen.values())
  const types = byType(all.list)
  const indexes = createPathIndexes(options)

  const remove = (document: LakeDocument) => {
    all.remove(document)
    types.get(document._type)?.remove(document)
    indexes.remove(document)
    seen.delete(document._id)
  }
  const insert = (document: LakeDocument) => {
    all.insert(document)
    const ofType = types.get(document._type)
    if (ofType) ofType.insert(document)
    else types.set(document._type, createOrderedList(byId, [document]))
    indexes.put(document)
    seen.set(document._id, document)
  }

  return {
    all,
    ofType: (type) => types.get(type) ?? NONE,
    byId: (id) => seen.get(id),
    stored(storedId) {
      const document = seen.get(keyOf(storedId))
      const from = isLayered ? document?.['_originalId'] : document?._id
      return from === storedId ? document : undefined
    },
    mayReference(id) {
      const keys = new Set([...store.referrersOf(id)].map(keyOf))
      return [...keys].flatMap((key) => seen.get(key) ?? [])
    },
    sortedBy(path, type) {
      const documents = type === undefined ? all : (types.get(type) ?? NONE)
      if (path.length === 1 && path[0] === '_id') return documents
      return indexes.of({ type, documents }, path)
    },
    refresh(changedIds) {
      for (const key of new Set(changedIds.map(keyOf))) {
        const before = seen.get(key)
        const after = look(store, perspective, key)
        if (before) remove(before)
        if (after) insert(after)
      }
    },
  }
}

function seenIn(store: Documents, perspective: Perspective, keyOf: (id: string) => string) {
  const seen = new Map<string, LakeDocument>()
  for (const { _id } of store.all()) {
    const key = keyOf(_id)
    if (seen.has(key)) continue
    const document = look(store, perspective, key)
    if (document) seen.set(key, document)
  }
  return seen
}

function byType(sorted: readonly LakeDocument[]): Map<string, OrderedList<LakeDocument>> {
  const types = Map.groupBy(sorted, ({ _type }) => _type)
  return new Map([...types].map(([type, list]) => [type, createOrderedList(byId, list)]))
}

function look(store: Documents, perspective: Perspective, key: string): LakeDocument | undefined {
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
