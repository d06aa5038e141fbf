import type { LakeDocument } from './document.ts'

/** Documents in order of `_id` (UTF-16 code units), each id once. */
export interface SortedDocuments {
  readonly list: readonly LakeDocument[]
  /** Adds a document that is known to come last. */
  append(document: LakeDocument): void
  insert(document: LakeDocument): void
  remove(id: string): void
}

/** Sorts once, then keeps the order on every change. */
export function createSortedDocuments(initial: Iterable<LakeDocument>): SortedDocuments {
  const list = [...initial].sort(byId)
  return {
    list,
    append: (document) => list.push(document),
    insert: (document) => list.splice(placeOf(list, document._id), 0, document),
    remove(id) {
      const place = placeOf(list, id)
      if (list[place]?._id === id) list.splice(place, 1)
    },
  }
}

/** Order of two documents by `_id`. */
export function byId(a: LakeDocument, b: LakeDocument): number {
  return a._id < b._id ? -1 : Number(a._id > b._id)
}

function placeOf(list: readonly LakeDocument[], id: string): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const document = list[middle]
    if (document && document._id < id) low = middle + 1
    else high = middle
  }
  return low
}
