import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { WEEK_MS, weekOf } from '#content/model/iso-week.ts'

/**
 * Opens `counts.sqlite` in the data folder, for its owner alone; `:memory:` keeps nothing. At the first opening the
 * week before `now` (epoch ms) counts as closed: the first to be told is the one that it is now, though nobody came.
 *
 * @throws where the folder cannot be written
 */
export function openCountsDatabase(dataFolder: string, now: number): DatabaseSync {
  const isInMemory = dataFolder === ':memory:'
  const file = isInMemory ? dataFolder : join(dataFolder, 'counts.sqlite')
  const database = new DatabaseSync(file)
  if (!isInMemory) chmodSync(file, 0o600)
  // No write-ahead log: it would keep the order in which codes were opened. What is deleted is written over.
  database.exec(
    'PRAGMA busy_timeout = 5000; PRAGMA journal_mode = DELETE; PRAGMA secure_delete = ON',
  )
  database.exec(`
    CREATE TABLE IF NOT EXISTS scans (
      code TEXT NOT NULL,
      week TEXT NOT NULL,
      scans INTEGER NOT NULL,
      PRIMARY KEY (code, week)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS told (
      week TEXT NOT NULL,
      campaign TEXT NOT NULL,
      tree TEXT NOT NULL,
      PRIMARY KEY (campaign, week)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS closed (week TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  `)
  database
    .prepare('INSERT INTO closed (week) SELECT ? WHERE NOT EXISTS (SELECT 1 FROM closed)')
    .run(weekOf(now - WEEK_MS))
  return database
}
