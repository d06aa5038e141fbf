import { isDeepStrictEqual } from 'node:util'
import type { DocumentChange } from './commit.ts'
import { type LakeDocument, publishedIdOf } from './document.ts'
import type { LoggedTransaction } from './log.ts'
import { strengthenReferences } from './strengthen.ts'

/** A transaction seen from one document, published or draft or version. */
export interface GroupTransaction {
  transaction: LoggedTransaction
  /** The document whose history is told. */
  id: string
  /** What the transaction did to the document, its draft, its versions and its published self. */
  changes: readonly DocumentChange[]
  /** True where one of them was left after it. */
  isGroupLeft(): boolean
}

/** One entry of a document's history, in Sanity's words. */
export interface DocumentEvent {
  type: string
  timestamp: string
  author: string
  documentId: string
  [detail: string]: unknown
}

/**
 * Event that a transaction was for a document; undefined where it was an edit of a draft: those
 * the Studio makes of the transactions themselves. It is told by what became of the documents,
 * not by which endpoint was used.
 */
export function eventOf(seen: GroupTransaction): DocumentEvent | undefined {
  const { id, changes, transaction } = seen
  const change = changes.find((candidate) => candidate.id === id)
  if (!change) return undefined
  const base = {
    timestamp: transaction.timestamp,
    author: transaction.identity,
    documentId: publishedIdOf(id),
  }
  if (!change.after && !seen.isGroupLeft()) return { type: 'deleteDocumentGroup', ...base }
  const details =
    publishedIdOf(id) === id ? publishedEvent(change, seen) : versionEvent(change, seen)
  return details && { ...base, ...details }
}

function publishedEvent(change: DocumentChange, { changes, transaction }: GroupTransaction) {
  const revisionId = transaction.transactionId
  if (!change.after) {
    const made = changes.find(({ id, before }) => id !== change.id && !before)
    return {
      type: 'unpublishDocument',
      ...(made && { ...versionOf(made.id), versionRevisionId: revisionId }),
    }
  }
  const source = changes.find((candidate) => isPublished(candidate, change))
  if (source) return publication(source, revisionId)
  return { type: change.before ? 'updateLiveDocument' : 'createLiveDocument', revisionId }
}

function versionEvent(change: DocumentChange, { changes, transaction }: GroupTransaction) {
  const revisionId = transaction.transactionId
  if (!change.before) {
    return { type: 'createDocumentVersion', ...versionOf(change.id), versionRevisionId: revisionId }
  }
  if (change.after) return undefined
  const target = changes.find(({ id }) => id === publishedIdOf(change.id))
  if (target && isPublished(change, target)) return publication(change, revisionId)
  return {
    type: 'deleteDocumentVersion',
    ...versionOf(change.id),
    versionRevisionId: change.before._rev,
  }
}

function publication({ id, before }: DocumentChange, revisionId: string) {
  return {
    type: 'publishDocumentVersion',
    ...versionOf(id),
    revisionId,
    versionRevisionId: before?._rev,
    publishCause: 'document.publish',
  }
}

function versionOf(id: string) {
  const [layer, releaseId] = id.split('.')
  return { versionId: id, ...(layer === 'versions' && { releaseId }) }
}

/**
 * True where the version went and its content is the published document's now. A draft that was
 * edited in the same transaction counts too: what it held at the end is not in the log.
 */
function isPublished(version: DocumentChange, published: DocumentChange): boolean {
  if (version.id === published.id || !version.before || version.after || !published.after)
    return false
  if (version.mutations.length > 1) return true
  return isDeepStrictEqual(
    contentOf(strengthenReferences(version.before)),
    contentOf(published.after),
  )
}

function contentOf({ _id, _rev, _createdAt, _updatedAt, ...content }: Partial<LakeDocument>) {
  return content
}
