import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { WorldFailure } from '#content/model/errors.ts'

// What the built pages are made from. Demo documents and tests are read at run time or never.
const SOURCES = [
  'site/**/*.{astro,css,mjs,ts}',
  'kiosk/**/*.{astro,css,mjs,ts}',
  'studio/**/*.{css,ts,tsx}',
  'content/**/*.{css,json,ts}',
  'astro.config.mjs',
  'package-lock.json',
]

/** Hash of all sources that pages are built from. About 30 ms for a thousand files. */
export function sourceStamp(root: string): string {
  const hash = createHash('sha256').update(process.version)
  for (const file of globSync(SOURCES, { cwd: root }).toSorted()) {
    hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)))
  }
  return hash.digest('hex')
}

/** Leaves word in the built folder of what it was built from. */
export function writeStamp(root: string, stamp = sourceStamp(root)): void {
  writeFileSync(stampFile(root), stamp)
}

/**
 * Builds the pages unless they are built from these very sources.
 *
 * @throws WorldFailure with the end of the build's output
 */
export async function ensureBuilt(root: string, say: (line: string) => void): Promise<void> {
  const stamp = sourceStamp(root)
  if (existsSync(stampFile(root)) && readFileSync(stampFile(root), 'utf8') === stamp) return
  say('Building the pages, about half a minute ...')
  const begun = performance.now()
  // What a build that is cut off leaves behind is nothing to serve.
  rmSync(stampFile(root), { force: true })
  await build(root)
  writeStamp(root, stamp)
  say(`Built in ${Math.round((performance.now() - begun) / 1000)} s.`)
}

function stampFile(root: string): string {
  return path.join(root, 'dist/sources.sha256')
}

function build(root: string): Promise<void> {
  const astro = path.join(root, 'node_modules/astro/bin/astro.mjs')
  const child = spawn(process.execPath, [astro, 'build', '--silent'], {
    cwd: root,
    // What is served is never a build for development, whatever the shell says.
    env: { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-4_000)
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => {
      if (code === 0) return resolve()
      reject(new WorldFailure('build', `The pages could not be built:\n${output}`))
    })
  })
}
