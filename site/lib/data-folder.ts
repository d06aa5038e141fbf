import { accessSync, chmodSync, constants, mkdirSync } from 'node:fs'
import path from 'node:path'
import { Mistake } from '#content/model/errors.ts'

/**
 * Makes the data folder and its `secrets`, which nobody else on the machine may open.
 *
 * @throws Mistake where the folder cannot be made or written
 */
export function openDataFolder(folder: string): { folder: string; secrets: string } {
  const secrets = path.join(folder, 'secrets')
  try {
    mkdirSync(secrets, { recursive: true, mode: 0o700 })
    chmodSync(secrets, 0o700)
    accessSync(folder, constants.W_OK)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Mistake(
      'settings',
      `WAYMARK_DATA: the folder ${folder} cannot be used (${reason}). Write the path of a folder that this account may write.`,
      { cause },
    )
  }
  return { folder, secrets }
}
