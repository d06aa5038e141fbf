import type { DatabaseSync } from 'node:sqlite'
import { isDeepStrictEqual } from 'node:util'
import { isLakeDocument, type LakeDocument } from './document.ts'
import { replay } from './replay.ts'
import { numberOf, type Row, textOf } from './row.ts'
import { MIGRATIONS } from './storage-schema.ts'

/** Hears each thing that is not as it should be, in one plain sentence. */
export type Complain = (complaint: string) => void

/** What SQLite itself can tell: pages, keys, and the form of the tables. */
export function verifyDatabase(database: DatabaseSync, complain: Complain): void {
  for (const row of database.prepare('PRAGMA integrity_check').iterate()) {
    if (row['integrity_check'] !== 'ok') complain(`SQLite: ${String(row['integrity_check'])}`)
  }
  const version = numberOf(database.prepare('PRAGMA user_version').get() ?? {}, 'user_version')
  if (version > MIGRATIONS.length) {
    complain(`The lake was written by a newer Waymark (version ${version} of its tables)`)
  }
}

/** The log has no gap: each transaction in its place, each with all that it changed. */
export function verifyLog(database: DatabaseSync, complain: Complain): { transactions: number } {
  let [expected, transactions] = [1, 0]
  for (const row of database.prepare('SELECT seq, id FROM transactions ORDER BY seq').iterate()) {
    const seq = numberOf(row, 'seq')
    for (; expected < seq; expected += 1) complain(`Log: transaction ${expected} is missing`)
    expected = seq + 1
    transactions += 1
  }
  const counted = database.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'transactions'")
  const last = counted.get()
  for (; expected <= Number(last?.['seq'] ?? 0); expected += 1) {
    complain(`Log: transaction ${expected} is missing`)
  }
  const parts = database.prepare(`
    SELECT transactions.seq, id, count(document_id) AS found, coalesce(max(position), 0) + 1 AS most
    FROM transactions LEFT JOIN changes USING (seq) GROUP BY transactions.seq HAVING found <> most`)
  for (const row of parts.iterate()) {
    complain(
      `Log: of transaction ${numberOf(row, 'seq')} (${textOf(row, 'id')}) a change is missing`,
    )
  }
  const strays = database.prepare(
    'SELECT DISTINCT seq FROM changes WHERE seq NOT IN (SELECT seq FROM transactions)',
  )
  for (const row of strays.iterate()) {
    complain(`Log: changes belong to transaction ${numberOf(row, 'seq')}, which is missing`)
  }
  return { transactions }
}

/**
 * Every logged change gives, done again, what the log says came of it, and the last state of each
 * document is the one that is kept. Reads the whole log, one document's history after the other.
 */
export function verifyChanges(
  database: DatabaseSync,
  complain: Complain,
): { changes: number; documents: number } {
  const kept = database.prepare('SELECT body FROM documents WHERE id = ?')
  const history = database.prepare(`
    SELECT document_id, changes.seq, mutations, after, id, at FROM changes
    LEFT JOIN transactions USING (seq) ORDER BY document_id, changes.seq`)
  let [changes, documents] = [0, 0]
  let [current, state]: [string | undefined, LakeDocument | undefined] = [undefined, undefined]
  const settle = () => {
    if (current === undefined) return
    const found = read(kept.get(current)?.['body'], `Document "${current}"`, complain)
    if (found) documents += 1
    if (found && !state) complain(`Document "${current}" is kept, but was deleted by the log`)
    else if (!found && state) complain(`Document "${current}" is missing, but stands in the log`)
    else if (!isDeepStrictEqual(found, state)) complain(`Document "${current}" is not as logged`)
  }
  for (const row of history.iterate()) {
    const id = textOf(row, 'document_id')
    if (id !== current) {
      settle()
      ;[current, state] = [id, undefined]
    }
    changes += 1
    const place = `Log: transaction ${numberOf(row, 'seq')}, document "${id}"`
    const after = read(row['after'], place, complain)
    const problem = redo(row, state, after)
    if (problem !== undefined) complain(`${place}: ${problem}`)
    state = after
  }
  settle()
  const unlogged = database.prepare(
    'SELECT id FROM documents WHERE id NOT IN (SELECT document_id FROM changes)',
  )
  for (const row of unlogged.iterate()) {
    documents += 1
    complain(`Document "${textOf(row, 'id')}" is kept, but the log does not know it`)
  }
  return { changes, documents }
}

function redo(row: Row, before: LakeDocument | undefined, after: LakeDocument | undefined) {
  const [transactionId, timestamp] = [row['id'], row['at']]
  if (typeof transactionId !== 'string' || typeof timestamp !== 'string') return undefined
  try {
    const mutations: unknown = JSON.parse(textOf(row, 'mutations'))
    if (!Array.isArray(mutations)) return 'its mutations cannot be read'
    const made = replay(before, mutations, { transactionId, timestamp })
    return isDeepStrictEqual(made, after) ? undefined : 'done again, it gives another document'
  } catch (cause) {
    return `it cannot be done again: ${cause instanceof Error ? cause.message : 'no reason known'}`
  }
}

function read(body: unknown, place: string, complain: Complain): LakeDocument | undefined {
  if (typeof body !== 'string') return undefined
  try {
    const document: unknown = JSON.parse(body)
    if (isLakeDocument(document)) return document
  } catch {
    // Said below, with the place.
  }
  complain(`${place} cannot be read`)
  return undefined
}
