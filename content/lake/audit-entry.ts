import { changedPaths } from './changed-paths.ts'
import type { DocumentChange } from './commit.ts'
import { publishedIdOf } from './document.ts'
import { eventOf } from './document-events.ts'
import type { LoggedTransaction } from './log.ts'

/** What somebody did to one document. Of the document itself it says where it changed, not what it says. */
export interface AuditEntry {
  /** RFC 3339, UTC. */
  at: string
  /** Id of a person or robot. */
  who: string
  /** Absent in transactions from before sessions were kept, and in those of the process itself. */
  session?: string
  transaction: string
  document: string
  type: string
  action: AuditAction
  /** Empty except in edits. */
  paths: string[]
}

type AuditAction = 'created' | 'edited' | 'published' | 'unpublished' | 'deleted'

const ACTIONS: Readonly<Record<string, AuditAction>> = {
  createDocumentVersion: 'created',
  createLiveDocument: 'created',
  updateLiveDocument: 'edited',
  publishDocumentVersion: 'published',
  unpublishDocument: 'unpublished',
  deleteDocumentVersion: 'deleted',
  deleteDocumentGroup: 'deleted',
}

/**
 * Entries of one transaction. Publishing and unpublishing are one act: the draft that goes or
 * comes with it has no entry of its own.
 */
export function auditEntries(
  transaction: LoggedTransaction,
  changes: readonly DocumentChange[],
): AuditEntry[] {
  const entries = changes.map((change) => entryOf(change, transaction, changes))
  const moved = new Set(
    entries.flatMap(({ document, action }) => {
      const isPublished = publishedIdOf(document) === document
      return isPublished && (action === 'published' || action === 'unpublished') ? [document] : []
    }),
  )
  return entries.filter(
    ({ document }) => publishedIdOf(document) === document || !moved.has(publishedIdOf(document)),
  )
}

function entryOf(
  change: DocumentChange,
  transaction: LoggedTransaction,
  changes: readonly DocumentChange[],
): AuditEntry {
  const { id, before, after } = change
  const group = changes.filter((other) => publishedIdOf(other.id) === publishedIdOf(id))
  // What is left of the group elsewhere makes no difference: gone is gone.
  const isGroupLeft = () => group.some((other) => other.after !== undefined)
  const event = eventOf({ transaction, id, changes: group, isGroupLeft })
  const action = ACTIONS[event?.type ?? ''] ?? 'edited'
  const { timestamp: at, identity: who, session, transactionId } = transaction
  return {
    at,
    who,
    ...(session !== undefined && { session }),
    transaction: transactionId,
    document: id,
    type: (after ?? before)?._type ?? '',
    action,
    paths: before && after ? changedPaths(before, after) : [],
  }
}
