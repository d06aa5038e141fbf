import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { Mistake } from '#content/model/errors.ts'

const FILE = 'release-counters.json'
const table = z.record(z.string(), z.number().int().nonnegative())

/** The counter of the last release of each place, kept on disk so that a restart goes on from it. */
export type Counters = {
  /** 0 before the first release of a place. */
  last: (place: string) => number
  /** Resolves once the counter is on disk; only then may a release with it leave. */
  keep: (place: string, counter: number) => Promise<void>
}

/** Opens the counters in a folder, which is made if it is not there. */
export async function openCounters(folder: string): Promise<Counters> {
  await mkdir(folder, { recursive: true })
  const file = path.join(folder, FILE)
  const counters = new Map(Object.entries(await readTable(file)))
  let writing = Promise.resolve()
  return {
    last: (place) => counters.get(place) ?? 0,
    keep: (place, counter) => {
      counters.set(place, counter)
      const text = JSON.stringify(Object.fromEntries(counters))
      const written = writing.then(() => replaceFile(file, text))
      writing = written.catch(() => {})
      return written
    },
  }
}

async function readTable(file: string): Promise<Record<string, number>> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return {}
    throw cause
  }
  try {
    return table.parse(JSON.parse(text))
  } catch (cause) {
    throw new Mistake(
      'release-counters',
      `The file ${file} is damaged. Delete it: counters then go on from the clock.`,
      { cause },
    )
  }
}

async function replaceFile(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text, { flush: true })
  await rename(`${file}.new`, file)
}
