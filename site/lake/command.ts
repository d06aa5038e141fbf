import { parseArgs } from 'node:util'
import { Mistake } from '#content/model/errors.ts'

/** Usage of the commands that move content. */
export const USAGE = `Content in and out. The data folder is WAYMARK_DATA, default data/; a server may be running on it.

  npm run lake -- export FILE.tar.gz [--no-assets] [--no-drafts]
  npm run lake -- import FILE.tar.gz [--replace | --missing]
  npm run lake -- backup FILE          (passphrase: WAYMARK_PASSPHRASE, or asked for)
  npm run lake -- restore FILE         (into an empty data folder)
  npm run lake -- verify
  npm run lake -- audit [--from TIME] [--to TIME] [--document ID] [--who ID] [--format ndjson|csv]
`

/** A command of the lake that moves or proves content. */
export type Command =
  | { name: 'export'; file: string; hasAssets: boolean; hasDrafts: boolean }
  | { name: 'import'; file: string; whereThere: 'refuse' | 'replace' | 'keep' }
  | { name: 'backup' | 'restore'; file: string }
  | { name: 'verify' }
  | { name: 'audit'; selection: Record<string, string>; format: 'ndjson' | 'csv' }

const flag = { type: 'boolean' } as const
const text = { type: 'string' } as const

/** Options of each command, and whether it takes a file. */
const SHAPES = {
  export: { hasFile: true, options: { 'no-assets': flag, 'no-drafts': flag } },
  import: { hasFile: true, options: { replace: flag, missing: flag } },
  backup: { hasFile: true, options: {} },
  restore: { hasFile: true, options: {} },
  verify: { hasFile: false, options: {} },
  audit: {
    hasFile: false,
    options: { from: text, to: text, document: text, who: text, format: text },
  },
} as const

/**
 * Reads the arguments.
 *
 * @returns undefined where the first is none of these commands
 * @throws Mistake that says which argument is wrong, with the usage
 */
export function readCommand([name, ...args]: string[]): Command | undefined {
  switch (name) {
    case 'export': {
      const { file, values } = read(name, args)
      const hasAssets = values['no-assets'] !== true
      return { name, file, hasAssets, hasDrafts: values['no-drafts'] !== true }
    }
    case 'import': {
      const { file, values } = read(name, args)
      if (values['replace'] && values['missing'])
        throw wrong('write --replace or --missing, not both')
      const whereThere = values['replace'] ? 'replace' : values['missing'] ? 'keep' : 'refuse'
      return { name, file, whereThere }
    }
    case 'backup':
    case 'restore':
      return { name, file: read(name, args).file }
    case 'verify':
      read(name, args)
      return { name }
    case 'audit': {
      const { format = 'ndjson', ...values } = read(name, args).values
      if (format !== 'ndjson' && format !== 'csv') throw wrong('--format has to be ndjson or csv')
      const given = Object.entries(values).map(([key, value]) => [key, String(value)])
      return { name, format, selection: Object.fromEntries(given) }
    }
    default:
      return undefined
  }
}

function read(name: keyof typeof SHAPES, args: string[]) {
  const { options, hasFile } = SHAPES[name]
  const parsed = parse(args, options)
  const [file, more] = parsed.positionals
  if (hasFile && file === undefined) throw wrong(`${name} takes the name of a file`)
  const tooMuch = hasFile ? more : file
  if (tooMuch !== undefined) throw wrong(`"${tooMuch}" is too much`)
  return { file: file ?? '', values: parsed.values }
}

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>

function parse(args: string[], options: Options) {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const given: Record<string, unknown> = { ...values }
    return { values: given, positionals }
  } catch (cause) {
    throw wrong(cause instanceof Error ? cause.message : 'the arguments cannot be read')
  }
}

function wrong(reason: string): Mistake {
  return new Mistake('lake-usage', `${reason}\n\n${USAGE}`)
}
