import { spawn } from 'node:child_process'
import path from 'node:path'
import { temporaryFolder } from '../browser.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
// The first start may have to build everything.
const START_LIMIT_MS = 300_000
// As `npm start` has it.
const START = ['--import', './site/lib/compile-cache.ts', 'site/server.ts']

/** A running Waymark, as `npm start` makes it, on a data folder of its own. */
export type RunningWaymark = {
  origin: string
  dataFolder: string
  pid: number
  /** Everything the process printed so far. */
  output: () => string
  stop: () => Promise<void>
  /** As a power cut would: SIGKILL. */
  kill: () => Promise<void>
}

/** Starts `site/server.ts` as a child on `port` (0: any free one) and waits until it says where it is. */
export async function startWaymark(options: {
  port: number
  dataFolder?: string
  env?: Record<string, string>
}): Promise<RunningWaymark> {
  const temporary = options.dataFolder === undefined ? await temporaryFolder('data') : undefined
  const dataFolder = options.dataFolder ?? temporary?.folder ?? ''
  const child = spawn(process.execPath, START, {
    cwd: ROOT,
    env: { ...process.env, PORT: String(options.port), WAYMARK_DATA: dataFolder, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const origin = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`No start in time:\n${output}`)),
      START_LIMIT_MS,
    )
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      const found = /Waymark is at (http:\/\/[^\s]+)/.exec(output)?.[1]
      if (found === undefined) return
      clearTimeout(timer)
      resolve(found.replace(/\/$/, ''))
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code) =>
      reject(new Error(`Ended with ${code} before it served:\n${output}`)),
    )
  })
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal)
    await exited
    await temporary?.remove()
  }
  return {
    origin,
    dataFolder,
    pid: child.pid ?? 0,
    output: () => output,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}
