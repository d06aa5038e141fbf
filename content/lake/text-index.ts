import { DatabaseSync } from 'node:sqlite'
import type { LakeDocument } from './document.ts'
import type { Documents } from './document-store.ts'
import { textsAt } from './document-text.ts'
import { type TextQuery, wordsOfAll } from './text-query.ts'

/** Finds the documents that have the words of a search anywhere. */
export interface TextIndex {
  /** Stored ids, a superset in no order; undefined where there are too many, or the index is not ready. */
  search(query: TextQuery): string[] | undefined
  refresh(changedIds: readonly string[]): void
  close(): void
}

/** Documents taken in at one go: about 5 ms. More than this many waiting are left to idle moments. */
const PORTION = 200

/** With more hits than this, looking through all documents is about as fast. */
const MOST_HITS = 5000

/**
 * An index over all stored documents, in memory, made at the first search in idle moments.
 * SQLite only finds words: they come cut and folded by us, and whoever asks looks at each hit himself.
 */
export function createTextIndex(store: Pick<Documents, 'get' | 'all'>): TextIndex {
  let index: WordTable | undefined
  const waiting = new Set<string>()
  let isScheduled = false

  const takeIn = (table: WordTable, most: number) => {
    const ids = waiting.values().take(most).toArray()
    for (const id of ids) waiting.delete(id)
    table.replace(ids.map((id) => ({ id, document: store.get(id) })))
  }
  const schedule = () => {
    if (isScheduled) return
    isScheduled = true
    setImmediate(() => {
      isScheduled = false
      if (!index) return
      takeIn(index, PORTION)
      if (waiting.size > 0) schedule()
    })
  }

  return {
    search(query) {
      if (!index) {
        index = openWordTable()
        for (const { _id } of store.all()) waiting.add(_id)
      }
      if (waiting.size > PORTION) {
        schedule()
        return undefined
      }
      takeIn(index, PORTION)
      return index.find(query)
    },
    refresh(changedIds) {
      if (index) for (const id of changedIds) waiting.add(id)
    },
    close() {
      index?.close()
      index = undefined
    },
  }
}

interface WordTable {
  replace(changes: { id: string; document: LakeDocument | undefined }[]): void
  find(query: TextQuery): string[] | undefined
  close(): void
}

// `ascii` leaves our own words whole: every other letter counts as part of a word there.
const TABLE = `
  CREATE VIRTUAL TABLE words USING fts5(
    text, content='', contentless_delete=1, detail=none, tokenize='ascii'
  )`

function openWordTable(): WordTable {
  const database = new DatabaseSync(':memory:')
  database.exec(TABLE)
  const insert = database.prepare('INSERT INTO words (rowid, text) VALUES (?, ?)')
  const remove = database.prepare('DELETE FROM words WHERE rowid = ?')
  const select = database.prepare('SELECT rowid FROM words WHERE words MATCH ? LIMIT ?')
  const rowOf = new Map<string, number>()
  const idOf = new Map<number, string>()
  let lastRow = 0

  const replaceOne = (id: string, document: LakeDocument | undefined) => {
    const row = rowOf.get(id)
    if (row !== undefined) {
      remove.run(row)
      idOf.delete(row)
      rowOf.delete(id)
    }
    if (!document) return
    lastRow += 1
    insert.run(lastRow, [...new Set(wordsOfAll([id, ...textsAt(document, [])]))].join(' '))
    rowOf.set(id, lastRow)
    idOf.set(lastRow, id)
  }

  return {
    replace(changes) {
      if (changes.length === 0) return
      database.exec('BEGIN')
      for (const { id, document } of changes) replaceOne(id, document)
      database.exec('COMMIT')
    },
    find({ required }) {
      const expression = required.flatMap(({ words, isPrefix }) =>
        words.map((word, at) => `"${word}"${isPrefix && at === words.length - 1 ? '*' : ''}`),
      )
      if (expression.length === 0) return undefined
      const rows = select.all(expression.join(' AND '), MOST_HITS + 1)
      if (rows.length > MOST_HITS) return undefined
      return rows.flatMap(({ rowid }) => (typeof rowid === 'number' ? (idOf.get(rowid) ?? []) : []))
    },
    close: () => database.close(),
  }
}
