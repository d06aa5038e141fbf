import { access, constants, open, rename } from 'node:fs/promises'
import path from 'node:path'
import { Mistake, WorldFailure } from '#content/model/errors.ts'
import { withWorkplace } from './workplace.ts'

/**
 * Makes a file that is there whole or not at all: the work writes `part` in a folder of its own beside it, which
 * only this account may open and which is cleared whatever happens. Nothing is ever overwritten.
 *
 * @throws Mistake where the file is there already or its folder is not; WorldFailure where the disk fails
 */
export async function finishedFile<T>(
  file: string,
  work: (place: { folder: string; part: string }) => Promise<T>,
): Promise<T> {
  if (await isThere(file)) {
    throw new Mistake('exchange', `${file} is there already. Name another file.`)
  }
  const beside = path.dirname(path.resolve(file))
  await access(beside, constants.W_OK).catch((cause: Error) => {
    const advice = 'Name a file in a folder that this account may write.'
    throw new Mistake('exchange', `${file} cannot be written (${cause.message}). ${advice}`, {
      cause,
    })
  })
  try {
    return await withWorkplace(path.join(beside, '.waymark-'), async (folder) => {
      const part = path.join(folder, 'part')
      const result = await work({ folder, part })
      await flush(part)
      await rename(part, file)
      await flush(beside)
      return result
    })
  } catch (cause) {
    throw diskFailure(cause, file)
  }
}

/** What went wrong on a disk in words for a person; any other error as it is. */
export function diskFailure(cause: unknown, file: string): unknown {
  if (!(cause instanceof Error) || !('code' in cause)) return cause
  const reasons: Record<string, string> = {
    ENOSPC: 'the disk is full',
    EDQUOT: 'there is no more room for this account',
    EROFS: 'the disk can only be read',
    EIO: 'the disk fails',
  }
  const reason = reasons[String(cause.code)]
  if (reason === undefined) return cause
  return new WorldFailure('disk', `${file} was not written: ${reason}. Nothing of it is left.`, {
    cause,
  })
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}

/** Waits until a file, or the names in a folder, are on the disk. */
export async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
