import type { Commit, DocumentChange } from './commit.ts'
import type { LakeDocument } from './document.ts'
import { effectsOf } from './effects.ts'
import type { Audience } from './rights.ts'
import { seenChange } from './seen-change.ts'

/** One message of an event stream. */
export interface StreamEvent {
  name: string
  id?: string
  data: unknown
}

/** What a listener asked for, and what it is told of. */
export interface ListenOptions {
  audience: Audience
  /** Whether it is told who made a change. */
  includesAuthor: boolean
  isMatch(document: LakeDocument): boolean
  includeResult: boolean
  includePrevious: boolean
  includeMutations: boolean
  includeEffects: boolean
  includeVersions: boolean
  /** Given back as it came: every write is visible to queries before it is told. */
  visibility: string
}

/** Place in the log after a document's change: what `Last-Event-ID` brings back. */
export interface ListenPosition {
  /** Empty: before the first transaction. */
  transactionId: string
  /** Empty: after all of the transaction's documents. */
  documentId: string
}

/**
 * Reads an event id; undefined where it is none of ours.
 *
 * @example parsePosition('tx1#drafts.a') // {transactionId: 'tx1', documentId: 'drafts.a'}
 */
export function parsePosition(eventId: string): ListenPosition | undefined {
  const parts = /^([^#]*)#([^#]*)$/.exec(eventId)
  if (parts?.[1] === undefined || parts[2] === undefined) return undefined
  return { transactionId: parts[1], documentId: parts[2] }
}

/** Event id of a place in the log; the reverse of {@link parsePosition}. */
export function eventIdOf({ transactionId, documentId }: ListenPosition): string {
  return `${transactionId}#${documentId}`
}

/**
 * Events of one commit for one listener: one for each document that matches before or after, as its
 * audience sees it. Documents out of sight are not counted either.
 *
 * @see https://www.sanity.io/docs/http-reference/listen
 */
export function eventsOf(commit: Commit, options: ListenOptions): StreamEvent[] {
  const { audience, includesAuthor } = options
  const changes = commit.changes.flatMap((change) => seenChange(change, audience) ?? [])
  return changes.flatMap((change, index) => {
    if (!options.includeVersions && change.id.startsWith('versions.')) return []
    const wasMatch = change.before !== undefined && options.isMatch(change.before)
    const isMatch = change.after !== undefined && options.isMatch(change.after)
    if (!wasMatch && !isMatch) return []
    const transition = wasMatch && isMatch ? 'update' : isMatch ? 'appear' : 'disappear'
    const eventId = eventIdOf({ transactionId: commit.transactionId, documentId: change.id })
    const data = {
      eventId,
      documentId: change.id,
      transactionId: commit.transactionId,
      transition,
      identity: includesAuthor ? commit.identity : '',
      timestamp: commit.timestamp,
      visibility: options.visibility,
      transactionTotalEvents: changes.length,
      transactionCurrentEvent: index + 1,
      // The Studio puts events in order by it, and loses a deletion that has none.
      resultRev: change.after?._rev ?? commit.transactionId,
      ...contentOf(change, options),
    }
    return [{ name: 'mutation', id: eventId, data }]
  })
}

function contentOf(change: DocumentChange, options: ListenOptions) {
  const { before, after, mutations } = change
  return {
    ...(before && { previousRev: before._rev }),
    ...(options.includeMutations && { mutations }),
    ...(options.includeResult && after && { result: after }),
    ...(options.includePrevious && { previous: before ?? null }),
    ...(options.includeEffects && { effects: effectsOf(change) }),
  }
}
