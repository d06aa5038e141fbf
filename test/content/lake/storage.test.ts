import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Commit } from '../../../content/lake/commit.ts'
import type { LakeDocument } from '../../../content/lake/document.ts'
import { encodeCommit } from '../../../content/lake/encoded-commit.ts'
import { StorageFailure } from '../../../content/lake/errors.ts'
import { openStorage } from '../../../content/lake/storage.ts'
import { MIGRATIONS } from '../../../content/lake/storage-schema.ts'

const at = '2026-01-01T00:00:00Z'

function document(_id: string, _rev: string): LakeDocument {
  return { _id, _type: 'place', _rev, _createdAt: at, _updatedAt: at }
}

function commit(transactionId: string, changes: Commit['changes']): Commit {
  return { transactionId, timestamp: at, identity: 'ada', changes }
}

describe('storage', () => {
  let dataFolder: string
  beforeEach(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), 'waymark-storage-'))
  })
  afterEach(() => rm(dataFolder, { recursive: true }))

  test('is for nobody else on the machine, in a folder that others may open too', () => {
    const file = join(dataFolder, 'lake.sqlite')
    chmodSync(dataFolder, 0o755)
    openStorage(dataFolder).close()
    expect(statSync(file).mode & 0o777).toBe(0o600)
    chmodSync(file, 0o644)
    const storage = openStorage(dataFolder)
    storage.commit(commit('one', [{ id: 'a', after: document('a', 'one'), mutations: [] }]))
    for (const one of [file, `${file}-wal`]) expect(statSync(one).mode & 0o777).toBe(0o600)
    storage.close()
    const below = join(dataFolder, 'below')
    openStorage(below).close()
    expect(statSync(below).mode & 0o777).toBe(0o700)
  })

  test('keeps nothing of commits of which one fails half-way, and goes on', () => {
    const storage = openStorage(dataFolder)
    const whole = commit('one', [{ id: 'a', after: document('a', 'one'), mutations: [] }])
    // The same id again breaks the log's own rule.
    const broken = commit('one', [{ id: 'b', after: document('b', 'one'), mutations: [] }])
    const both = [whole, broken].map(encodeCommit)
    expect(() => storage.commitTogether(both)).toThrow(StorageFailure)
    expect(storage.hasTransaction('one')).toBe(false)
    expect([...storage.loadDocuments()]).toEqual([])
    storage.commit(commit('two', [{ id: 'a', after: document('a', 'two'), mutations: [] }]))
    expect([...storage.loadDocuments()]).toEqual([document('a', 'two')])
    storage.close()
  })

  test('tells the log with every document before and after', () => {
    const storage = openStorage(dataFolder)
    const created = commit('one', [{ id: 'a', after: document('a', 'one'), mutations: [1] }])
    const changed = commit('two', [
      { id: 'a', before: document('a', 'one'), after: document('a', 'two'), mutations: [2] },
      { id: 'b', after: document('b', 'two'), mutations: [] },
    ])
    const deleted = commit('three', [{ id: 'a', before: document('a', 'two'), mutations: [3] }])
    for (const one of [created, changed, deleted]) storage.commit(one)
    expect(storage.commitsAfter('', 10)).toEqual([created, changed, deleted])
    expect(storage.commitsAfter('one', 10)).toEqual([changed, deleted])
    expect(storage.commitsAfter('one', 1)).toEqual([changed])
    expect(storage.commitsAfter('three', 10)).toEqual([])
    expect(storage.commitsAfter('unknown', 10)).toBeUndefined()
    expect(storage.commitOf('three')).toEqual(deleted)
    expect(storage.lastTransactionId()).toBe('three')
    storage.close()
  })

  test('never lets the log be rewritten', () => {
    const storage = openStorage(dataFolder)
    storage.commit(commit('one', [{ id: 'a', after: document('a', 'one'), mutations: [] }]))
    storage.close()
    const database = new DatabaseSync(join(dataFolder, 'lake.sqlite'))
    for (const statement of [
      "UPDATE transactions SET identity = 'eve'",
      'DELETE FROM transactions',
      'UPDATE changes SET after = NULL',
      'DELETE FROM changes',
    ]) {
      expect(() => database.exec(statement), statement).toThrow('append-only')
    }
    database.close()
  })

  test('opens a folder of every earlier form, and loses nothing of it', () => {
    for (const [index] of MIGRATIONS.entries()) {
      const folder = join(dataFolder, String(index))
      mkdirSync(folder)
      const older = new DatabaseSync(join(folder, 'lake.sqlite'))
      for (const statements of MIGRATIONS.slice(0, index + 1)) older.exec(statements)
      older.exec(`PRAGMA user_version = ${index + 1}`)
      older.exec(`INSERT INTO transactions (id, at, identity) VALUES ('one', '${at}', 'ada')`)
      const kept = JSON.stringify(document('a', 'one'))
      older.prepare("INSERT INTO changes VALUES (1, 0, 'a', '[1]', ?)").run(kept)
      older.prepare("INSERT INTO documents VALUES ('a', ?)").run(kept)
      older.close()
      const storage = openStorage(folder)
      const created = commit('one', [{ id: 'a', after: document('a', 'one'), mutations: [1] }])
      expect(storage.commitsAfter('', 10)).toEqual([created])
      expect([...storage.loadDocuments()]).toEqual([document('a', 'one')])
      expect(storage.log.turningPoints('a', 1, 10)).toMatchObject([{ transactionId: 'one' }])
      storage.close()
    }
  })

  test('says what to do about a folder that it cannot use', () => {
    const file = join(dataFolder, 'lake.sqlite')
    const other = new DatabaseSync(file)
    other.exec('PRAGMA journal_mode = WAL; CREATE TABLE t (n); BEGIN IMMEDIATE')
    expect(() => openStorage(dataFolder)).toThrow('stop it first')
    other.close()
    expect(() => openStorage('/dev/null/nowhere')).toThrow('a folder that Waymark may write to')
  })

  test('refuses a lake that a newer version has written, and leaves it as it is', () => {
    const file = join(dataFolder, 'lake.sqlite')
    openStorage(dataFolder).close()
    const newer = new DatabaseSync(file)
    newer.exec(`PRAGMA user_version = ${MIGRATIONS.length + 1}`)
    newer.close()
    const before = readFileSync(file)
    expect(() => openStorage(dataFolder)).toThrow('was written by a newer Waymark')
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test('refuses a file that is no lake, and leaves it as it is', () => {
    const file = join(dataFolder, 'lake.sqlite')
    writeFileSync(file, 'Dear diary, '.repeat(1000))
    expect(() => openStorage(dataFolder)).toThrow('damaged or no lake')
    expect(readFileSync(file, 'utf8')).toMatch(/^Dear diary/)
  })
})
