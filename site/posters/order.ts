import path from 'node:path'
import { parseArgs } from 'node:util'
import { Mistake } from '#content/model/errors.ts'
import { PIECE_IDS, type PieceId } from '#content/model/pieces.ts'
import { POSTER_FORMATS, type PosterFormat } from './press.ts'

const USAGE = `One printed piece, by the code of its placement.

  npm run posters -- --code DEMO01 [--lang ti] [--size ${PIECE_IDS.join('|')}] [--format ${POSTER_FORMATS.join('|')}] [--out file]

Without --lang it is in the first language of the place, without --size it has the size of the placement.
The data folder is WAYMARK_DATA, default data/; the address in the code is WAYMARK_ORIGIN.
`

/** What was asked for at the shell. */
export type Order = {
  code: string
  lang: string | undefined
  size: PieceId | undefined
  format: PosterFormat
  out: string | undefined
}

/** A printed sheet and the name its file has if nobody names one. */
export type Sheet = { name: string; sheet: string | Uint8Array }

/**
 * Reads the arguments.
 *
 * @throws Mistake that says which argument is wrong and what to write
 */
export function readOrder(args: string[]): Order {
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

/** The mistake of an argument that names nothing we have. */
export function wrong(name: string, value: string, advice: string): Mistake {
  return new Mistake('posters-usage', `--${name} "${value}" is not known: ${advice}.`)
}
