import { chmodSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StorageFailure } from './errors.ts'
import { numberOf } from './row.ts'
import { openFailure } from './storage-failure.ts'
import { MIGRATIONS } from './storage-schema.ts'

/**
 * Opens `lake.sqlite` in the folder, made where it is missing and brought to the present shape. Only
 * the owner of the process may read it.
 *
 * @throws StorageFailure with what to do
 */
export function openDatabase(dataFolder: string): DatabaseSync {
  const isInMemory = dataFolder === ':memory:'
  try {
    const file = isInMemory ? ':memory:' : join(dataFolder, 'lake.sqlite')
    if (!isInMemory) mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
    const database = new DatabaseSync(file)
    // Drafts and notes are in it. Before the log beside it is made, which takes the mode over.
    if (!isInMemory) closeToOthers(file)
    // EXCLUSIVE: a second process would go on with stale documents in memory. The lock dies with its process.
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA busy_timeout = 2000')
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON')
    migrate(database, dataFolder)
    return database
  } catch (cause) {
    throw cause instanceof StorageFailure ? cause : openFailure(dataFolder, cause)
  }
}

/** Touches nothing where it is closed already: the disk may be read-only. */
function closeToOthers(file: string): void {
  if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600)
}

function migrate(database: DatabaseSync, dataFolder: string): void {
  const row = database.prepare('PRAGMA user_version').get() ?? {}
  const version = numberOf(row, 'user_version')
  if (version > MIGRATIONS.length) {
    const message = `The lake in ${dataFolder} was written by a newer Waymark (form ${version}; this one knows ${MIGRATIONS.length}). Start that version, or restore a backup from before it`
    throw new StorageFailure('newer-form', message)
  }
  for (const [index, statements] of MIGRATIONS.entries()) {
    if (index < version) continue
    database.exec(`BEGIN IMMEDIATE; ${statements}; PRAGMA user_version = ${index + 1}; COMMIT`)
  }
}
