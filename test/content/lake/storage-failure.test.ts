import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { assetFailure, openFailure, writeFailure } from '../../../content/lake/storage-failure.ts'

/** The error that SQLite itself throws. */
function failureOf(prepare: string): unknown {
  const database = new DatabaseSync(':memory:')
  database.exec(`CREATE TABLE t (a); ${prepare}`)
  try {
    for (;;) database.exec('INSERT INTO t VALUES (hex(zeroblob(4000)))')
  } catch (cause) {
    return cause
  } finally {
    database.close()
  }
}

test('says of a transaction that the disk is full, or can only be read', () => {
  expect(writeFailure(failureOf('PRAGMA max_page_count = 10')).message).toBe(
    'Nothing of this was kept: the disk is full. Make room on it, then send it again',
  )
  expect(writeFailure(failureOf('PRAGMA query_only = ON')).message).toBe(
    'Nothing of this was kept: the disk can only be read. Let Waymark write to its data folder, then send it again',
  )
  expect(writeFailure(new Error('unknown')).message).toContain('refuses to write')
})

test.each([
  ['ENOSPC', 'the disk is full'],
  ['EROFS', 'can only be read'],
  ['EACCES', 'can only be read'],
  ['EIO', 'refuses to write'],
])('says of an asset after %s: %s', (code, message) => {
  const cause = Object.assign(new Error(code), { code })
  expect(assetFailure(cause)).toMatchObject({ message: expect.stringContaining(message), cause })
})

test('names the folder that cannot be opened', () => {
  const cause = Object.assign(new Error('EACCES'), { code: 'EACCES' })
  expect(openFailure('/srv/waymark', cause).message).toBe(
    'The lake in /srv/waymark could not be opened: it can only be read, let Waymark write to it and to every file in it',
  )
})
