import { StorageFailure } from '#content/lake/errors.ts'
import { Mistake, WorldFailure } from '#content/model/errors.ts'

/** An error for the person at the shell: what they can mend in plain words; only our own mistakes bring a stack. */
export function explain(error: unknown): string {
  const isExpected = [Mistake, WorldFailure, StorageFailure].some((kind) => error instanceof kind)
  const known = error instanceof Error ? error : new Error(String(error))
  return isExpected ? known.message : (known.stack ?? known.message)
}
