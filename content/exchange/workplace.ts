import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'

/**
 * Runs some work with a folder that only this account may open. The folder is gone afterwards, whatever
 * happens, the end of the process included.
 *
 * @param prefix path and first letters of the folder
 */
export async function withWorkplace<T>(
  prefix: string,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(prefix)
  const clear = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', clear)
  try {
    return await work(folder)
  } finally {
    process.off('exit', clear)
    clear()
  }
}
