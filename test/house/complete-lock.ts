import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/*
 * npm drops from the lock file the optional packages of other platforms than the one it runs on
 * (https://github.com/npm/cli/issues/4828), and `npm ci` then refuses the file. Until that is mended:
 * `node test/house/complete-lock.ts` after each `npm install` puts them back.
 */

type Entry = {
  version?: string
  optional?: boolean
  dev?: boolean
  devOptional?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
}
type Lock = { packages: Record<string, Entry> }

const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
]
const PROCESSORS = [
  'arm64',
  'arm',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
]

/** The optional packages that some package of the lock names and the lock does not hold, by the path they belong at. */
export function missingOptional(lock: Lock): Record<string, Entry> {
  const missing: Record<string, Entry> = {}
  for (const [parent, entry] of Object.entries(lock.packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      if (placesOf(parent, name).some((place) => lock.packages[place] ?? missing[place])) continue
      missing[`node_modules/${name}`] = {
        version: range.replace(/^[\^~]/, ''),
        ...(entry.dev === true ? { dev: true } : {}),
        optional: true,
        ...platformOf(name),
      }
    }
  }
  return missing
}

// Node looks in the folders beside and above.
function placesOf(parent: string, name: string): string[] {
  const steps = parent.split('/node_modules/')
  const above = steps.map(
    (_, at) => `${steps.slice(0, steps.length - at).join('/node_modules/')}/node_modules/${name}`,
  )
  return [...above, `node_modules/${name}`].map((place) => place.replace(/^\//, ''))
}

function platformOf(name: string): Pick<Entry, 'os' | 'cpu' | 'libc'> {
  if (name === 'fsevents') return { os: ['darwin'] }
  const words = name.split(/[-/]/)
  const os = SYSTEMS.filter((system) => words.includes(system))
  const cpu = PROCESSORS.filter((processor) => words.includes(processor))
  const libc = words.some((word) => word.startsWith('musl'))
    ? ['musl']
    : words.some((word) => word.startsWith('gnu')) && os.includes('linux')
      ? ['glibc']
      : []
  return {
    ...(os.length > 0 ? { os } : {}),
    ...(cpu.length > 0 ? { cpu } : {}),
    ...(libc.length > 0 ? { libc } : {}),
  }
}

if (import.meta.main) {
  const file = path.resolve(import.meta.dirname, '../../package-lock.json')
  const lock: Lock = JSON.parse(readFileSync(file, 'utf8'))
  const missing = missingOptional(lock)
  const packages = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) =>
    a < b ? -1 : 1,
  )
  writeFileSync(
    file,
    `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`,
  )
  process.stdout.write(`${Object.keys(missing).length} packages of other platforms put back\n`)
}
