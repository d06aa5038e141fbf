import type { LakeDocument } from './document.ts'
import { createOrderedList, type OrderedList } from './ordered-list.ts'
import { type AttributePath, byPath, comparableAt, compareValues } from './path-order.ts'

/** Documents of one view sorted by the value at a path; made when a query first has use for it. */
export interface PathIndexes {
  /** Undefined where sorting is not worth it, or has to wait: the query then does without. */
  of(scope: IndexScope, path: AttributePath): OrderedList<LakeDocument> | undefined
  put(document: LakeDocument): void
  remove(document: LakeDocument): void
}

/** What an index covers: one type, or all where `type` is undefined. */
interface IndexScope {
  type: string | undefined
  documents: OrderedList<LakeDocument>
}

/** How indexes are made. */
export interface IndexOptions {
  /** Fewer documents than this are looked through one by one. */
  smallest?: number
  /** Milliseconds, of any clock. */
  clock?: () => number
}

/** Paths are named by the caller: without a limit they could fill the memory. */
const MOST_INDEXES = 32

/**
 * Time for sorting: this much at once, then a tenth of the time that passes, so that odd queries
 * cannot hold up the process with it.
 */
const SORTING = { mostMs: 1000, share: 0.1 }

/** Keeps the indexes used last. Each costs a pointer a document and, for each change, a walk down one tree's height. */
export function createPathIndexes(options: IndexOptions = {}): PathIndexes {
  const { smallest = 64, clock = () => performance.now() } = options
  const kept = new Map<string, { type: string | undefined; list: OrderedList<LakeDocument> }>()
  let leftMs = SORTING.mostMs
  let countedAt = clock()

  const make = ({ type, documents }: IndexScope, path: AttributePath) => {
    const startedAt = clock()
    leftMs = Math.min(SORTING.mostMs, leftMs + (startedAt - countedAt) * SORTING.share)
    countedAt = startedAt
    if (documents.size < smallest || leftMs <= 0) return undefined
    const list = createOrderedList(byPath(path), sortedBy(path, documents.list))
    leftMs -= clock() - startedAt
    return { type, list }
  }
  const covering = ({ _type }: LakeDocument) =>
    [...kept.values()].filter(({ type }) => type === undefined || type === _type)

  return {
    of(scope, path) {
      const key = JSON.stringify([scope.type ?? null, ...path])
      const index = kept.get(key) ?? make(scope, path)
      if (!index) return undefined
      kept.delete(key)
      kept.set(key, index)
      const [oldest] = kept.keys()
      if (kept.size > MOST_INDEXES && oldest !== undefined) kept.delete(oldest)
      return index.list
    },
    put: (document) => {
      for (const { list } of covering(document)) list.insert(document)
    },
    remove: (document) => {
      for (const { list } of covering(document)) list.remove(document)
    },
  }
}

// Each value is looked up once; that the sort is stable leaves equals in order of `_id`.
function sortedBy(path: AttributePath, byId: readonly LakeDocument[]): LakeDocument[] {
  return byId
    .map((document) => ({ document, value: comparableAt(document, path) }))
    .sort((a, b) => compareValues(a.value, b.value))
    .map(({ document }) => document)
}
