import { pino } from 'pino'
import { needsSeed } from '#content/demo/seed.ts'
import { Mistake } from '#content/model/errors.ts'
import { openContent } from './content.ts'
import { openDataFolder } from './data-folder.ts'
import { explain } from './explain.ts'
import { logOptions } from './log-options.ts'
import { readSettings, type Settings } from './settings.ts'
import { writeDemo } from './write-demo.ts'

/**
 * Writes the demo into an empty lake.
 *
 * @throws Mistake where somebody's content is there already
 */
export async function seed(settings: Settings, now: number): Promise<void> {
  openDataFolder(settings.dataFolder)
  const origin = settings.origin ?? `http://127.0.0.1:${settings.port}`
  const log = pino(logOptions(settings), pino.destination(2))
  const content = await openContent({ settings, origin, log, now: () => now })
  try {
    if (!(await needsSeed(content.client))) {
      throw new Mistake(
        'seed',
        'There is content already, and the demo never mixes with it. Name an empty folder in WAYMARK_DATA.',
      )
    }
    await writeDemo({ client: content.client, dataFolder: settings.dataFolder, now })
  } finally {
    await content.stop()
  }
}

if (import.meta.main) {
  try {
    const settings = readSettings(process.env, process.cwd())
    await seed(settings, Date.now())
    process.stdout.write(`The demo is in ${settings.dataFolder}.\n`)
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`)
    process.exitCode = 1
  }
}
