import { backup } from 'node:sqlite'
import type { Commit } from './commit.ts'
import type { LakeDocument } from './document.ts'
import { type EncodedCommit, encodeCommit } from './encoded-commit.ts'
import { StorageFailure } from './errors.ts'
import { type KeyValues, openKeyValues } from './key-values.ts'
import { loadDocuments } from './load-documents.ts'
import { type Log, type LoggedTransaction, openLog } from './log.ts'
import { openDatabase } from './open-database.ts'
import { writeFailure } from './storage-failure.ts'

/**
 * Pages that are copied before a write may come in between, about 10 ms of work. With SQLite's default of
 * 100, copying 20 MB beside eight busy writers took 12 s, with this one 1 s; a faster log could outrun it.
 */
const PAGES_AT_ONCE = 1000

/** Current documents and the log of how they came about, kept together on disk. */
export interface Storage {
  readonly log: Log
  readonly keyValues: KeyValues
  loadDocuments(): Generator<LakeDocument>
  hasTransaction(transactionId: string): boolean
  lastTransactionId(): string | undefined
  /** Keeps log and documents, or neither. On return it is on the disk. Throws {@link StorageFailure}. */
  commit(commit: Commit): void
  /** Keeps all of them in their order, or none, with one flush of the disk. Throws {@link StorageFailure}. */
  commitTogether(commits: readonly EncodedCommit[]): void
  /** Commits after the given one, oldest first; an empty id asks from the first. Undefined: the log does not know that id. */
  commitsAfter(transactionId: string, limit: number): Commit[] | undefined
  commitOf(transactionId: string): Commit | undefined
  /** Copies the database as it is at one moment into a file, while reading and writing go on. */
  copyTo(file: string): Promise<void>
  close(): void
}

/**
 * Opens `lake.sqlite` in the folder, or a database that lives in memory for `:memory:`.
 * The file is locked for this process: the documents are also held in its memory.
 */
export function openStorage(dataFolder: string): Storage {
  const database = openDatabase(dataFolder)
  const log = openLog(database)
  const write = {
    transaction: database.prepare(
      'INSERT INTO transactions (id, at, identity, session) VALUES (?, ?, ?, ?)',
    ),
    change: database.prepare(
      'INSERT INTO changes (seq, position, document_id, mutations, after) VALUES (?, ?, ?, ?, ?)',
    ),
    put: database.prepare(
      'INSERT INTO documents (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body',
    ),
    remove: database.prepare('DELETE FROM documents WHERE id = ?'),
  }

  const toCommit = ({ seq, ...transaction }: LoggedTransaction): Commit => ({
    ...transaction,
    changes: log.changesOf(seq),
  })

  const insert = ({ transactionId, timestamp, identity, session, changes }: EncodedCommit) => {
    const { lastInsertRowid: seq } = write.transaction.run(
      transactionId,
      timestamp,
      identity,
      session ?? null,
    )
    for (const [position, { id, after, mutations }] of changes.entries()) {
      write.change.run(seq, position, id, mutations, after)
      if (after === null) write.remove.run(id)
      else write.put.run(id, after)
    }
  }

  const commitTogether = (commits: readonly EncodedCommit[]) => {
    try {
      database.exec('BEGIN IMMEDIATE')
      for (const commit of commits) insert(commit)
      database.exec('COMMIT')
    } catch (cause) {
      if (database.isTransaction) database.exec('ROLLBACK')
      throw writeFailure(cause)
    }
  }

  return {
    loadDocuments: () => loadDocuments(database),
    log,
    keyValues: openKeyValues(database),
    hasTransaction: (transactionId) => log.transaction(transactionId) !== undefined,
    lastTransactionId: () => log.last()?.transactionId,
    commit: (commit) => commitTogether([encodeCommit(commit)]),
    commitTogether,
    commitsAfter(transactionId, limit) {
      const known = log.transaction(transactionId)
      if (!known && transactionId !== '') return undefined
      const fromSeq = (known?.seq ?? 0) + 1
      return log.find({ fromSeq, limit, isLatestFirst: false }).map(toCommit)
    },
    commitOf(transactionId) {
      const known = log.transaction(transactionId)
      return known && toCommit(known)
    },
    async copyTo(file) {
      await backup(database, file, { rate: PAGES_AT_ONCE }).catch((cause: unknown) => {
        throw new StorageFailure('copy-failed', 'The lake could not be copied', { cause })
      })
    },
    close: () => database.close(),
  }
}
