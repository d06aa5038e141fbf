import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { pino } from 'pino'
import { holdsDemo } from '#content/demo/holds-demo.ts'
import { loadStrings } from '#content/locales/load.ts'
import { createSpeaker } from '#content/locales/speaker.ts'
import { Mistake, WorldFailure } from '#content/model/errors.ts'
import { findLanguage } from '#content/model/languages.ts'
import { PIECE_IDS, type PieceId } from '#content/model/pieces.ts'
import { loadLanguages } from '#content/queries/load-languages.ts'
import { loadPlacement } from '#content/queries/load-placement.ts'
import { openContent } from '../lib/content.ts'
import { readSettings, type Settings } from '../lib/settings.ts'
import { placementPoster } from './placement-poster.ts'
import { createPress, POSTER_FORMATS, type PosterFormat } from './press.ts'

const USAGE = `One printed piece, by the code of its placement.

  npm run posters -- --code DEMO01 [--lang ti] [--size ${PIECE_IDS.join('|')}] [--format ${POSTER_FORMATS.join('|')}] [--out file]

Without --lang it is in the first language of the place, without --size it has the size of the placement.
The data folder is WAYMARK_DATA, default data/; the address in the code is WAYMARK_ORIGIN.
`

type Order = {
  code: string
  lang: string | undefined
  size: PieceId | undefined
  format: PosterFormat
  out: string | undefined
}

/**
 * Prints what the arguments ask for and says where it is.
 *
 * @throws Mistake that says which argument or setting is wrong and what to write
 */
export async function printPoster(args: string[], settings: Settings): Promise<string> {
  const order = readOrder(args)
  const { dataFolder } = settings
  if (settings.sanity === undefined && !existsSync(dataFolder)) {
    throw new Mistake(
      'posters-data',
      `WAYMARK_DATA: there is no content in ${dataFolder}. Run npm run seed for the demo, or name the folder.`,
    )
  }
  const origin = settings.origin ?? `http://127.0.0.1:${settings.port}`
  const log = pino({ level: settings.logLevel, base: null }, pino.destination(2))
  const content = openContent({ settings, origin, log, now: Date.now })
  try {
    const { client } = content
    const now = Date.now()
    const found = await loadPlacement(client, order.code, now)
    if (!found) throw wrong('code', order.code, 'write the six signs of a placement')
    const languages = await loadLanguages(client)
    const tag = order.lang ?? found.facts.place.languages[0] ?? ''
    const lang = findLanguage(languages, tag)?.tag
    if (lang === undefined)
      throw wrong('lang', tag, 'write the tag of a language we have, as in ti')
    const { spec } = placementPoster({
      ...found,
      lang,
      piece: order.size,
      languages,
      speak: createSpeaker({ strings: await loadStrings(), languages }),
      origin,
      sample: await holdsDemo(client),
      printable: settings.origin !== undefined,
      now,
    })
    const name = `${found.placement.code}-${lang}-${spec.piece}.${order.format}`
    const file = path.resolve(order.out ?? name)
    const sheet = await createPress().render(spec, order.format)
    await writeFile(file, sheet).catch((cause: Error) => {
      throw new Mistake('posters-out', `--out ${file}: ${cause.message}. Name another file.`, {
        cause,
      })
    })
    return file
  } finally {
    await content.stop()
  }
}

function readOrder(args: string[]): Order {
  const { code, lang, size, format, out } = readValues(args)
  if (code === undefined) throw new Mistake('posters-usage', `--code is missing.\n\n${USAGE}`)
  const ending = out === undefined ? '' : path.extname(out).slice(1)
  return {
    code,
    lang,
    size: size === undefined ? undefined : oneOf('size', PIECE_IDS, size),
    format: oneOf('format', POSTER_FORMATS, format ?? (ending || 'pdf')),
    out,
  }
}

function readValues(args: string[]) {
  const text = { type: 'string' } as const
  try {
    const options = { code: text, lang: text, size: text, format: text, out: text }
    return parseArgs({ args, options }).values
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Mistake('posters-usage', `${reason}\n\n${USAGE}`, { cause })
  }
}

function oneOf<T extends string>(name: string, allowed: readonly T[], text: string): T {
  const found = allowed.find((one) => one === text.toLowerCase())
  if (found === undefined) throw wrong(name, text, `write ${allowed.join(' or ')}`)
  return found
}

function wrong(name: string, value: string, advice: string): Mistake {
  return new Mistake('posters-usage', `--${name} "${value}" is not known: ${advice}.`)
}

async function main(): Promise<void> {
  const file = await printPoster(process.argv.slice(2), readSettings(process.env, process.cwd()))
  process.stdout.write(`${file}\n`)
}

/** What a person can mend is said plainly; only our own mistakes bring a stack. */
function fail(error: unknown): void {
  const isExpected = error instanceof Mistake || error instanceof WorldFailure
  const text = isExpected ? error.message : error instanceof Error ? error.stack : String(error)
  process.stderr.write(`${text}\n`)
  process.exitCode = 1
}

if (import.meta.main) await main().catch(fail)
