import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/**
 * Opens `access.sqlite` in the data folder (`:memory:` keeps nothing) with the tables that are ours;
 * better-auth adds its own. Only the owner of the process may read the file.
 *
 * @throws where the folder cannot be written
 */
export function openAccessDatabase(dataFolder: string): DatabaseSync {
  const isInMemory = dataFolder === ':memory:'
  const file = join(dataFolder, 'access.sqlite')
  if (!isInMemory) mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const database = new DatabaseSync(isInMemory ? ':memory:' : file)
  if (!isInMemory) chmodSync(file, 0o600)
  database.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  database.exec(TABLES)
  const columns = database.prepare('SELECT name FROM pragma_table_info(?)').all('tokens')
  // Files of the first version know tokens without bindings and end.
  if (!columns.some(({ name }) => name === 'bindings')) {
    database.exec('ALTER TABLE tokens ADD COLUMN bindings TEXT')
    database.exec('ALTER TABLE tokens ADD COLUMN expiresAt TEXT')
  }
  return database
}

const TABLES = `
  CREATE TABLE IF NOT EXISTS tokens (
    id TEXT PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    label TEXT NOT NULL,
    createdAt TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS members (
    id TEXT PRIMARY KEY,
    bindings TEXT NOT NULL,
    lockedAt TEXT
  ) STRICT;
  CREATE TABLE IF NOT EXISTS links (
    hash TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    email TEXT,
    bindings TEXT,
    createdAt TEXT NOT NULL,
    expiresAt TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS reviewLinks (
    hash TEXT PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    language TEXT NOT NULL,
    blocks TEXT NOT NULL,
    createdBy TEXT NOT NULL,
    createdAt TEXT NOT NULL,
    expiresAt TEXT NOT NULL,
    revokedAt TEXT,
    answers INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE TABLE IF NOT EXISTS attempts (
    account TEXT PRIMARY KEY,
    failures INTEGER NOT NULL,
    lastAt INTEGER NOT NULL,
    lockedUntil INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS audit (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    event TEXT NOT NULL,
    actor TEXT,
    session TEXT,
    about TEXT,
    detail TEXT
  ) STRICT;
  CREATE TRIGGER IF NOT EXISTS audit_is_never_changed BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
  CREATE TRIGGER IF NOT EXISTS audit_is_never_shortened BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
`
