import { StorageFailure } from './errors.ts'

/** Primary result codes of SQLite; extended ones have them in their lowest byte. See https://sqlite.org/rescode.html */
const SQLITE = {
  BUSY: 5,
  READONLY: 8,
  IOERR: 10,
  CORRUPT: 11,
  FULL: 13,
  CANTOPEN: 14,
  NOTADB: 26,
} as const

/** What to do about a disk that does not take a transaction. Nothing of it was kept. */
export function writeFailure(cause: unknown): StorageFailure {
  const [code, message] = writeAdvice(sqliteCodeOf(cause))
  return new StorageFailure(code, `Nothing of this was kept: ${message}`, { cause })
}

/** What to do about files that do not take an upload. Nothing of it was kept. */
export function assetFailure(cause: unknown): StorageFailure {
  const [code, message] = fileAdvice(systemCodeOf(cause))
  return new StorageFailure(code, `The asset was not kept: ${message}`, { cause })
}

/** What to do about a folder that cannot be opened. */
export function openFailure(dataFolder: string, cause: unknown): StorageFailure {
  const advice = openAdvice(sqliteCodeOf(cause), systemCodeOf(cause))
  const message = `The lake in ${dataFolder} could not be opened: ${advice}`
  return new StorageFailure('open-failed', message, { cause })
}

const FULL = 'the disk is full. Make room on it, then send it again'
const READ_ONLY =
  'the disk can only be read. Let Waymark write to its data folder, then send it again'
const FAILING = 'the disk refuses to write. See to it, then send it again'

function writeAdvice(sqlite: number | undefined): [code: string, message: string] {
  switch (sqlite) {
    case SQLITE.FULL:
      return ['disk-full', FULL]
    case SQLITE.READONLY:
      return ['disk-read-only', READ_ONLY]
    default:
      return ['commit-failed', FAILING]
  }
}

function fileAdvice(system: string | undefined): [code: string, message: string] {
  switch (system) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return ['disk-full', FULL]
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return ['disk-read-only', READ_ONLY]
    default:
      return ['asset-not-kept', FAILING]
  }
}

function openAdvice(sqlite: number | undefined, system: string | undefined): string {
  if (sqlite === SQLITE.BUSY) {
    return 'another Waymark process uses this folder, stop it first'
  }
  if (sqlite === SQLITE.CORRUPT || sqlite === SQLITE.NOTADB) {
    return 'lake.sqlite is damaged or no lake, restore a backup into another folder'
  }
  if (sqlite === SQLITE.FULL || system === 'ENOSPC') return 'the disk is full, make room on it'
  if (sqlite === SQLITE.READONLY || system === 'EACCES' || system === 'EROFS') {
    return 'it can only be read, let Waymark write to it and to every file in it'
  }
  return 'it has to be a folder that Waymark may write to, on a disk with room'
}

function sqliteCodeOf(cause: unknown): number | undefined {
  const isSqlite = cause instanceof Error && 'errcode' in cause
  return isSqlite && typeof cause.errcode === 'number' ? cause.errcode & 0xff : undefined
}

function systemCodeOf(cause: unknown): string | undefined {
  const isSystem = cause instanceof Error && 'code' in cause
  return isSystem && typeof cause.code === 'string' ? cause.code : undefined
}
