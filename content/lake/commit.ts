import type { LakeDocument } from './document.ts'

/** What one transaction did to one document. Absent `before`: created; absent `after`: deleted. */
export interface DocumentChange {
  id: string
  before?: LakeDocument
  after?: LakeDocument
  /** The mutations as listeners are told them. */
  mutations: unknown[]
}

/** One acknowledged transaction; a document appears in it once at most. */
export interface Commit {
  transactionId: string
  /** RFC 3339, UTC. */
  timestamp: string
  /** Id of who made it. */
  identity: string
  /** Id of the session or token it came from, where one is known. */
  session?: string
  changes: DocumentChange[]
}
