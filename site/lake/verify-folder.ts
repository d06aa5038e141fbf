import path from 'node:path'
import { withWorkplace } from '#content/exchange/workplace.ts'
import { type Verification, verifyLake } from '#content/lake/verify.ts'
import type { Settings } from '../lib/settings.ts'
import { copyLake } from './copy-lake.ts'
import { requireLake } from './reach-lake.ts'

/** SQLite's SQLITE_BUSY: a running server has the file locked. */
const BUSY = 5

/**
 * Proves the lake of a data folder. While a server works on it, a copy of one moment is proven.
 *
 * @param say hears how far it is
 */
export async function verifyFolder(
  settings: Settings,
  say: (step: string) => void,
): Promise<Verification> {
  requireLake(settings, false)
  const { dataFolder } = settings
  const assetFolder = path.join(dataFolder, 'assets')
  const verify = (folder: string) =>
    verifyLake({ databaseFile: path.join(folder, 'lake.sqlite'), assetFolder, say })
  try {
    return await verify(dataFolder)
  } catch (error) {
    if (!(error instanceof Error && 'errcode' in error && error.errcode === BUSY)) throw error
  }
  return withWorkplace(path.join(dataFolder, '.verify-'), async (folder) => {
    await copyLake(settings, path.join(folder, 'lake.sqlite'))
    return verify(folder)
  })
}

/** What was proven, for a person to read. */
export function tellVerification(found: Verification): string {
  const count = (number: number) => number.toLocaleString('en')
  return [
    `log         ${count(found.transactions)} transactions with ${count(found.changes)} changes, each done again`,
    `documents   ${count(found.documents)} held against the log`,
    `references  ${count(found.references)} followed`,
    `assets      ${count(found.assets)} read`,
    found.complaints.length === 0
      ? 'Everything is as the log says.'
      : `${count(found.complaints.length)} things are not as they should be:`,
    ...found.complaints.map((complaint) => `  ${complaint}`),
    '',
  ].join('\n')
}
