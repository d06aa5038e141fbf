import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Mistake } from '#content/model/errors.ts'

/**
 * Remembers in the data folder which origin stands in printed codes, and refuses another one while such codes are
 * live: paper cannot be changed. Without an origin nothing is printed, and nothing is remembered.
 *
 * @throws Mistake with both origins and the ways out, unless the change `isForced`
 */
export async function keepPrintedOrigin(options: {
  dataFolder: string
  origin: string | undefined
  isForced: boolean
  countLiveCodes: () => Promise<number>
}): Promise<void> {
  const { dataFolder, origin, isForced, countLiveCodes } = options
  if (origin === undefined) return
  const file = path.join(dataFolder, 'printed-origin')
  const printed = existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
  if (printed === origin) return
  const live = printed === undefined || isForced ? 0 : await countLiveCodes()
  if (live > 0) {
    throw new Mistake(
      'settings',
      `WAYMARK_ORIGIN is "${origin}", but the codes of ${live} printed pieces lead to ${printed}. Write that again. If ${printed} sends its readers on to ${origin} for good, start once with: npm start -- --force`,
    )
  }
  writeFileSync(file, `${origin}\n`)
}
