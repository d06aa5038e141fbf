import type { DatabaseSync } from 'node:sqlite'
import { numberOf, type Row } from './row.ts'

/** Which transactions are asked for. Both ends of every range belong to it. */
export interface LogSelection {
  /** Documents of which one has to be among those changed; absent: any. */
  ids?: readonly string[]
  fromSeq?: number
  toSeq?: number
  /** RFC 3339 with milliseconds and `Z`. */
  fromTime?: string
  /** RFC 3339 with milliseconds and `Z`. */
  toTime?: string
  authors?: readonly string[]
  isLatestFirst: boolean
  limit: number
}

/**
 * Prepares how transactions are found: rows in the order asked for. With documents it costs about
 * the limit for each, since the index has a document's changes in order, and what filters by time
 * and author pass over; without, the transactions themselves are walked.
 */
export function findTransactions(database: DatabaseSync): (selection: LogSelection) => Row[] {
  const inOrder = (order: 'ASC' | 'DESC') => ({
    ofDocument: database.prepare(`
      SELECT changes.seq, id, at, identity, session FROM changes CROSS JOIN transactions USING (seq)
      WHERE document_id = :document AND changes.seq BETWEEN :fromSeq AND :toSeq AND ${FILTERS}
      ORDER BY changes.seq ${order} LIMIT :limit`),
    ofAny: database.prepare(`
      SELECT seq, id, at, identity, session FROM transactions
      WHERE seq BETWEEN :fromSeq AND :toSeq AND ${FILTERS}
      ORDER BY seq ${order} LIMIT :limit`),
  })
  const [oldestFirst, latestFirst] = [inOrder('ASC'), inOrder('DESC')]
  return (selection) => {
    const { ids, authors, isLatestFirst, limit } = selection
    const statements = isLatestFirst ? latestFirst : oldestFirst
    const values = {
      fromSeq: selection.fromSeq ?? 0,
      toSeq: selection.toSeq ?? Number.MAX_SAFE_INTEGER,
      fromTime: selection.fromTime ?? '',
      // Sorts after every time.
      toTime: selection.toTime ?? '~',
      authors: authors ? JSON.stringify(authors) : null,
      limit,
    }
    if (!ids) return statements.ofAny.all(values)
    const found = new Map<number, Row>()
    for (const document of ids) {
      for (const row of statements.ofDocument.all({ ...values, document })) {
        found.set(numberOf(row, 'seq'), row)
      }
    }
    const sign = isLatestFirst ? -1 : 1
    const rows = [...found].sort(([a], [b]) => sign * (a - b))
    return rows.slice(0, limit).map(([, row]) => row)
  }
}

const FILTERS = `at BETWEEN :fromTime AND :toTime
  AND (:authors IS NULL OR identity IN (SELECT value FROM json_each(:authors)))`
