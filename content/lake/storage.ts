import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { isLakeDocument, type LakeDocument } from './document.ts'
import { LakeBug, StorageFailure } from './errors.ts'
import { MIGRATIONS } from './storage-schema.ts'

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
  changes: DocumentChange[]
}

/** Current documents and the log of how they came about, kept together on disk. */
export interface Storage {
  loadDocuments(): Generator<LakeDocument>
  hasTransaction(transactionId: string): boolean
  lastTransactionId(): string | undefined
  /** Keeps log and documents, or neither. On return it is on the disk. Throws {@link StorageFailure}. */
  commit(commit: Commit): void
  /** Commits after the given one, oldest first; an empty id asks from the first. Undefined: the log does not know that id. */
  commitsAfter(transactionId: string, limit: number): Commit[] | undefined
  commitOf(transactionId: string): Commit | undefined
  close(): void
}

/**
 * Opens `lake.sqlite` in the folder, or a database that lives in memory for `:memory:`.
 * The file is locked for this process: the documents are also held in its memory.
 */
export function openStorage(dataFolder: string): Storage {
  const database = openDatabase(dataFolder)
  const read = {
    documents: database.prepare('SELECT body FROM documents ORDER BY id'),
    transaction: database.prepare('SELECT seq, id, at, identity FROM transactions WHERE id = ?'),
    last: database.prepare('SELECT id FROM transactions ORDER BY seq DESC LIMIT 1'),
    after: database.prepare(
      'SELECT seq, id, at, identity FROM transactions WHERE seq > ? ORDER BY seq LIMIT ?',
    ),
    changes: database.prepare(
      'SELECT document_id, mutations, after FROM changes WHERE seq = ? ORDER BY position',
    ),
    previous: database.prepare(
      'SELECT after FROM changes WHERE document_id = ? AND seq < ? ORDER BY seq DESC LIMIT 1',
    ),
  }
  const write = {
    transaction: database.prepare('INSERT INTO transactions (id, at, identity) VALUES (?, ?, ?)'),
    change: database.prepare(
      'INSERT INTO changes (seq, position, document_id, mutations, after) VALUES (?, ?, ?, ?, ?)',
    ),
    put: database.prepare(
      'INSERT INTO documents (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body',
    ),
    remove: database.prepare('DELETE FROM documents WHERE id = ?'),
  }

  const toCommit = (row: Row): Commit => {
    const seq = numberOf(row, 'seq')
    return {
      transactionId: textOf(row, 'id'),
      timestamp: textOf(row, 'at'),
      identity: textOf(row, 'identity'),
      changes: read.changes.all(seq).map((change) => {
        const id = textOf(change, 'document_id')
        const before = documentOf(read.previous.get(id, seq)?.['after'])
        const after = documentOf(change['after'])
        return {
          id,
          mutations: JSON.parse(textOf(change, 'mutations')),
          ...(before && { before }),
          ...(after && { after }),
        }
      }),
    }
  }

  const insert = ({ transactionId, timestamp, identity, changes }: Commit) => {
    const seq = write.transaction.run(transactionId, timestamp, identity).lastInsertRowid
    for (const [position, { id, after, mutations }] of changes.entries()) {
      const body = after ? JSON.stringify(after) : null
      write.change.run(seq, position, id, JSON.stringify(mutations), body)
      if (body === null) write.remove.run(id)
      else write.put.run(id, body)
    }
  }

  return {
    *loadDocuments() {
      for (const row of read.documents.iterate()) {
        const document = documentOf(row['body'])
        if (document) yield document
      }
    },
    hasTransaction: (transactionId) => read.transaction.get(transactionId) !== undefined,
    lastTransactionId() {
      const row = read.last.get()
      return row && textOf(row, 'id')
    },
    commit(commit) {
      try {
        database.exec('BEGIN IMMEDIATE')
        insert(commit)
        database.exec('COMMIT')
      } catch (cause) {
        if (database.isTransaction) database.exec('ROLLBACK')
        throw new StorageFailure('commit-failed', 'The transaction could not be kept', { cause })
      }
    },
    commitsAfter(transactionId, limit) {
      if (transactionId === '') return read.after.all(0, limit).map(toCommit)
      const row = read.transaction.get(transactionId)
      return row && read.after.all(numberOf(row, 'seq'), limit).map(toCommit)
    },
    commitOf(transactionId) {
      const row = read.transaction.get(transactionId)
      return row && toCommit(row)
    },
    close: () => database.close(),
  }
}

function openDatabase(dataFolder: string): DatabaseSync {
  const isInMemory = dataFolder === ':memory:'
  try {
    if (!isInMemory) mkdirSync(dataFolder, { recursive: true })
    const database = new DatabaseSync(isInMemory ? ':memory:' : join(dataFolder, 'lake.sqlite'))
    // EXCLUSIVE: a second process would go on with stale documents in memory. The lock dies with its process.
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA busy_timeout = 2000')
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON')
    migrate(database)
    return database
  } catch (cause) {
    throw new StorageFailure(
      'open-failed',
      `The lake in ${dataFolder} could not be opened. If another Waymark process uses this folder, stop it first`,
      { cause },
    )
  }
}

function migrate(database: DatabaseSync): void {
  const row = database.prepare('PRAGMA user_version').get() ?? {}
  const version = numberOf(row, 'user_version')
  for (const [index, statements] of MIGRATIONS.entries()) {
    if (index < version) continue
    database.exec(`BEGIN IMMEDIATE; ${statements}; PRAGMA user_version = ${index + 1}; COMMIT`)
  }
}

type Row = Record<string, unknown>

function textOf(row: Row, column: string): string {
  const value = row[column]
  if (typeof value !== 'string') throw new LakeBug(`column ${column} is not text`)
  return value
}

function numberOf(row: Row, column: string): number {
  const value = row[column]
  if (typeof value !== 'number') throw new LakeBug(`column ${column} is not a number`)
  return value
}

function documentOf(body: unknown): LakeDocument | undefined {
  if (typeof body !== 'string') return undefined
  const document: unknown = JSON.parse(body)
  if (!isLakeDocument(document)) throw new LakeBug('a kept document lacks its system fields')
  return document
}
