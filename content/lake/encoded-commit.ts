import type { Commit } from './commit.ts'

/** A commit as it is written to the disk. */
export interface EncodedCommit {
  transactionId: string
  timestamp: string
  identity: string
  session?: string
  /** `mutations` and `after` are JSON; null: the document is gone. */
  changes: { id: string; mutations: string; after: string | null }[]
}

/** Makes the JSON of a commit. Throws where something has none, so that such a commit never meets others. */
export function encodeCommit({ changes, ...transaction }: Commit): EncodedCommit {
  return {
    ...transaction,
    changes: changes.map(({ id, mutations, after }) => ({
      id,
      mutations: JSON.stringify(mutations),
      after: after ? JSON.stringify(after) : null,
    })),
  }
}
