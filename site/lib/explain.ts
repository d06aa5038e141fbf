import { ServerError } from '@sanity/client'
import { StorageFailure } from '#content/lake/errors.ts'
import { Mistake, WorldFailure } from '#content/model/errors.ts'

const DISK_CODES = ['ERR_SQLITE_ERROR', 'ENOSPC', 'EIO', 'EROFS', 'EDQUOT']

/** An error for the person at the shell: what they can mend in plain words; only our own mistakes bring a stack. */
export function explain(error: unknown): string {
  const known = error instanceof Error ? error : new Error(String(error))
  if (known instanceof Mistake || known instanceof WorldFailure) return known.message
  if (known instanceof StorageFailure) return known.message
  if (isDiskFailure(known)) {
    return `${known.message}. Is the disk of WAYMARK_DATA full, or may this account not write there?`
  }
  return known.stack ?? known.message
}

// The lake tells its clients no more of a disk that fails than that it is unavailable.
function isDiskFailure(error: Error): boolean {
  if (error instanceof ServerError) return error.statusCode === 503
  return 'code' in error && DISK_CODES.some((code) => code === error.code)
}
