import type { Commit } from './commit.ts'
import type { LakeDocument } from './document.ts'
import { createDocumentStore, type DocumentStore, type Documents } from './document-store.ts'
import type { EncodedCommit } from './encoded-commit.ts'
import type { Storage } from './storage.ts'

/** The documents as a transaction has to see them. */
export type CurrentDocuments = Pick<Documents, 'get' | 'referrersOf'>

/** Transactions that wait for the disk together: one flush keeps all of them, or none. */
export interface CommitGroup {
  /** The documents as the waiting transactions leave them; the store does not have these yet. */
  readonly documents: CurrentDocuments
  /** Whether it is time to settle: what waits takes memory, and the first has waited longest. */
  isFull(): boolean
  hasTransaction(transactionId: string): boolean
  add(commit: Commit, encoded: EncodedCommit): void
  /** Resolves once everything added so far is on the disk; rejects with a StorageFailure if it cannot be. */
  kept(): Promise<void>
  /** Keeps what waits before it returns, and only then lets the store and everybody else know. Answers as {@link kept}. */
  settle(): Promise<void>
}

/** How a group keeps, and whom it tells, in the order of the transactions. */
interface GroupOptions {
  store: DocumentStore
  storage: Storage
  committed(commit: Commit): void
}

const MOST_TRANSACTIONS = 64
const MOST_CHANGES = 1000

/** An empty group; it is used anew after each {@link CommitGroup.settle}. */
export function createCommitGroup({ store, storage, committed }: GroupOptions): CommitGroup {
  let waiting: { commit: Commit; encoded: EncodedCommit }[] = []
  let sheet = createSheet(store)
  let settling = promiseOfSettling()

  return {
    documents: {
      get: (id) => sheet.get(id),
      referrersOf: (id) => sheet.referrersOf(id),
    },
    isFull: () => waiting.length >= MOST_TRANSACTIONS || sheet.changeCount() >= MOST_CHANGES,
    hasTransaction: (id) => waiting.some(({ commit }) => commit.transactionId === id),
    add(commit, encoded) {
      waiting.push({ commit, encoded })
      sheet.write(commit)
    },
    kept: () => settling.promise,
    settle() {
      const [settled, commits] = [settling, waiting]
      settling = promiseOfSettling()
      waiting = []
      sheet = createSheet(store)
      try {
        if (commits.length > 0) storage.commitTogether(commits.map(({ encoded }) => encoded))
        for (const change of commits.flatMap(({ commit }) => commit.changes)) {
          if (change.after) store.put(change.after)
          else store.remove(change.id)
        }
        for (const { commit } of commits) committed(commit)
        settled.resolve()
      } catch (failure) {
        settled.reject(failure)
      }
      return settled.promise
    },
  }
}

function promiseOfSettling() {
  const settling = Promise.withResolvers<void>()
  // Nobody may be waiting for it: then there is nobody to tell.
  settling.promise.catch(() => undefined)
  return settling
}

/** Lies over the store, and shows through where nothing is written on it. */
function createSheet(store: DocumentStore) {
  const written = createDocumentStore([])
  const removed = new Set<string>()
  return {
    changeCount: () => written.size() + removed.size,
    get(id: string): LakeDocument | undefined {
      return removed.has(id) ? undefined : (written.get(id) ?? store.get(id))
    },
    /** A superset: some may have been written since without the reference. */
    referrersOf: (id: string) => store.referrersOf(id).union(written.referrersOf(id)),
    write({ changes }: Commit) {
      for (const { id, after } of changes) {
        if (after) {
          written.put(after)
          removed.delete(id)
        } else {
          written.remove(id)
          removed.add(id)
        }
      }
    },
  }
}
