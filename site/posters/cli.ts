import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { StorageFailure } from '#content/lake/errors.ts'
import { Mistake } from '#content/model/errors.ts'
import { explain } from '../lib/explain.ts'
import { readSettings, type Settings } from '../lib/settings.ts'
import { readOrder } from './order.ts'
import { printHere } from './print-here.ts'
import { printThere } from './print-there.ts'

/**
 * Prints what the arguments ask for and says where it is.
 *
 * @throws Mistake that says which argument or setting is wrong and what to write
 */
export async function printPoster(args: string[], settings: Settings): Promise<string> {
  const order = readOrder(args)
  const { name, sheet } = await printHere(order, settings).catch((error: unknown) => {
    if (error instanceof StorageFailure && error.code === 'open-failed')
      return printThere(order, settings)
    throw error
  })
  const file = path.resolve(order.out ?? name)
  await writeFile(file, sheet).catch((cause: Error) => {
    throw new Mistake('posters-out', `--out ${file}: ${cause.message}. Name another file.`, {
      cause,
    })
  })
  return file
}

async function main(): Promise<void> {
  const file = await printPoster(process.argv.slice(2), readSettings(process.env, process.cwd()))
  process.stdout.write(`${file}\n`)
}

function fail(error: unknown): void {
  process.stderr.write(`${explain(error)}\n`)
  process.exitCode = 1
}

if (import.meta.main) await main().catch(fail)
