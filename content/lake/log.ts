import type { DatabaseSync } from 'node:sqlite'
import type { Commit, DocumentChange } from './commit.ts'
import { type LakeDocument, publishedIdOf } from './document.ts'
import { findTransactions, type LogSelection } from './log-selection.ts'
import { documentOf, numberOf, type Row, textOf } from './row.ts'

/** A transaction without what it changed. `seq` counts up in the order of the log. */
export interface LoggedTransaction extends Omit<Commit, 'changes'> {
  seq: number
}

/** The transaction log, read. A document's entries are found by index; the rest is not looked at. */
export interface Log {
  transaction(transactionId: string): LoggedTransaction | undefined
  last(): LoggedTransaction | undefined
  find(selection: LogSelection): LoggedTransaction[]
  /** What a transaction changed: all of it, or only the documents given. */
  changesOf(seq: number, ids?: readonly string[]): DocumentChange[]
  documentIdsOf(seq: number): string[]
  /** A document as a transaction left it, whether that changed it or not. */
  documentAfter(id: string, seq: number): LakeDocument | undefined
  /** A document as it was at a time, in RFC 3339 with milliseconds and `Z`. */
  documentAt(id: string, time: string): LakeDocument | undefined
  /** A document as it is, or was before its deletion. */
  lastOf(id: string): LakeDocument | undefined
  /** Transactions that made a document or took it away, latest first, up to `toSeq`. */
  turningPoints(id: string, toSeq: number, limit: number): LoggedTransaction[]
  /** Ids, of those that ever were, of the published document, its draft and its versions. */
  groupOf(publishedId: string): string[]
}

/** Reads the log of an open database. */
export function openLog(database: DatabaseSync): Log {
  const find = findTransactions(database)
  const read = {
    transaction: database.prepare(
      'SELECT seq, id, at, identity, session FROM transactions WHERE id = ?',
    ),
    last: database.prepare(
      'SELECT seq, id, at, identity, session FROM transactions ORDER BY seq DESC LIMIT 1',
    ),
    changes: database.prepare(
      'SELECT document_id, mutations, after FROM changes WHERE seq = ? ORDER BY position',
    ),
    change: database.prepare(
      'SELECT document_id, mutations, after FROM changes WHERE document_id = ? AND seq = ?',
    ),
    ids: database.prepare('SELECT document_id FROM changes WHERE seq = ? ORDER BY position'),
    upTo: database.prepare(
      'SELECT after FROM changes WHERE document_id = ? AND seq <= ? ORDER BY seq DESC LIMIT 1',
    ),
    at: database.prepare(
      `SELECT after FROM changes CROSS JOIN transactions USING (seq)
       WHERE document_id = ? AND at <= ? ORDER BY changes.seq DESC LIMIT 1`,
    ),
    lastOf: database.prepare(
      `SELECT after FROM changes WHERE document_id = ? AND after IS NOT NULL
       ORDER BY seq DESC LIMIT 1`,
    ),
    turns: database.prepare(
      `WITH
         gone AS (SELECT seq FROM changes WHERE document_id = :id AND after IS NULL),
         turn AS (
           SELECT min(seq) AS seq FROM changes WHERE document_id = :id
           UNION SELECT seq FROM gone
           UNION SELECT (SELECT min(seq) FROM changes WHERE document_id = :id AND seq > gone.seq)
             FROM gone
         )
       SELECT seq, id, at, identity, session FROM turn CROSS JOIN transactions USING (seq)
       WHERE seq <= :toSeq ORDER BY seq DESC LIMIT :limit`,
    ),
    versions: database.prepare(
      `SELECT DISTINCT document_id FROM changes
       WHERE document_id > 'versions.' AND document_id < 'versions/'`,
    ),
    isKnown: database.prepare('SELECT 1 FROM changes WHERE document_id = ? LIMIT 1'),
  }
  const documentAfter = (id: string, seq: number) => documentOf(read.upTo.get(id, seq)?.['after'])
  const toChange = (row: Row, seq: number): DocumentChange => {
    const id = textOf(row, 'document_id')
    const before = documentAfter(id, seq - 1)
    const after = documentOf(row['after'])
    const mutations = JSON.parse(textOf(row, 'mutations'))
    return { id, mutations, ...(before && { before }), ...(after && { after }) }
  }
  return {
    transaction: (transactionId) => toTransaction(read.transaction.get(transactionId)),
    last: () => toTransaction(read.last.get()),
    find: (selection) => find(selection).flatMap((row) => toTransaction(row) ?? []),
    changesOf(seq, ids) {
      const rows = ids ? ids.map((id) => read.change.get(id, seq)) : read.changes.all(seq)
      return rows.flatMap((row) => (row ? toChange(row, seq) : []))
    },
    documentIdsOf: (seq) => read.ids.all(seq).map((row) => textOf(row, 'document_id')),
    documentAfter,
    documentAt: (id, time) => documentOf(read.at.get(id, time)?.['after']),
    lastOf: (id) => documentOf(read.lastOf.get(id)?.['after']),
    turningPoints: (id, toSeq, limit) =>
      read.turns.all({ id, toSeq, limit }).flatMap((row) => toTransaction(row) ?? []),
    groupOf(publishedId) {
      const versions = read.versions.all().map((row) => textOf(row, 'document_id'))
      return [
        ...[publishedId, `drafts.${publishedId}`].filter((id) => read.isKnown.get(id)),
        ...versions.filter((id) => publishedIdOf(id) === publishedId),
      ]
    },
  }
}

function toTransaction(row: Row | undefined): LoggedTransaction | undefined {
  if (!row) return undefined
  const session = row['session']
  return {
    seq: numberOf(row, 'seq'),
    transactionId: textOf(row, 'id'),
    timestamp: textOf(row, 'at'),
    identity: textOf(row, 'identity'),
    ...(typeof session === 'string' && { session }),
  }
}
