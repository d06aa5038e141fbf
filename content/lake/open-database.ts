import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StorageFailure } from './errors.ts'
import { numberOf } from './row.ts'
import { openFailure } from './storage-failure.ts'
import { MIGRATIONS } from './storage-schema.ts'

/**
 * Opens `lake.sqlite` in the folder, made where it is missing and brought to the present shape.
 *
 * @throws StorageFailure with what to do
 */
export function openDatabase(dataFolder: string): DatabaseSync {
  const isInMemory = dataFolder === ':memory:'
  try {
    if (!isInMemory) mkdirSync(dataFolder, { recursive: true })
    const database = new DatabaseSync(isInMemory ? ':memory:' : join(dataFolder, 'lake.sqlite'))
    // EXCLUSIVE: a second process would go on with stale documents in memory. The lock dies with its process.
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA busy_timeout = 2000')
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON')
    migrate(database, dataFolder)
    return database
  } catch (cause) {
    throw cause instanceof StorageFailure ? cause : openFailure(dataFolder, cause)
  }
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
