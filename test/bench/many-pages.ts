import { readFileSync } from 'node:fs'
import type { LakeDocument } from '../../content/lake/document.ts'
import { openStorage } from '../../content/lake/storage.ts'
import { temporaryFolder } from '../browser.ts'
import { type RunningWaymark, startWaymark } from '../e2e/waymark.ts'
import { median } from './median.ts'

const PLACES = 20_000
const AT_ONCE = 2_000
const MODEL = 'place-centralia-station'
const LANGUAGES =
  'en fr es pt it de el pl ro bg hu sq uk tr ru ar fa prs ps ur ckb so ti am om bn hi zh'.split(' ')
// As many as fit into the cache, and what comes in shares of it after that.
const FILLING = 2_600
const AFTERWARDS = 1_300
const ROUNDS = 3
// What the page cache may hold, as `site/lib/compose.ts` says.
const CACHE_MB = 128
const AT_A_TIME = 4

/**
 * Prints what memory the process takes with 20,000 places in 28 languages while more and more of their 560,000 pages
 * are read: past the cache's size it must not grow. Some pages are asked, spread over all of them. Needs a build and
 * Linux.
 */
export async function benchManyPages(): Promise<void> {
  const { folder: dataFolder, remove } = await temporaryFolder('many')
  try {
    const env = { WAYMARK_DEMO: '1' }
    await (await startWaymark({ port: 0, dataFolder, env })).stop()
    addPlaces(dataFolder)
    const waymark = await startWaymark({ port: 0, dataFolder })
    const lines = [`${PLACES} places in ${LANGUAGES.length} languages, a cache of ${CACHE_MB} MB`]
    const tell = (name: string, figure: string) => lines.push(`  ${name.padEnd(44)}${figure}`)
    const asked = pagesOf(0, FILLING + AFTERWARDS * ROUNDS)
    tell('before the first page', `${residentMb(waymark)} MB`)
    const times = await read(waymark, asked.splice(0, FILLING))
    tell(`after ${FILLING} different pages`, `${residentMb(waymark)} MB`)
    for (let round = 1; round <= ROUNDS; round++) {
      times.push(...(await read(waymark, asked.splice(0, AFTERWARDS))))
      tell(`after ${FILLING + round * AFTERWARDS}`, `${residentMb(waymark)} MB`)
    }
    tell('a page that nobody has read yet, median', `${Math.round(median(times))} ms`)
    process.stdout.write(`${lines.join('\n')}\n`)
    await waymark.stop()
  } finally {
    await remove()
  }
}

/** Copies a place of the demo 20,000 times, under names and slugs of their own. */
function addPlaces(dataFolder: string): void {
  const storage = openStorage(dataFolder)
  const model = [...storage.loadDocuments()].find(({ _id }) => _id === MODEL)
  if (model === undefined) throw new Error(`the demo has no ${MODEL}`)
  for (let start = 0; start < PLACES; start += AT_ONCE) {
    const documents = Array.from({ length: AT_ONCE }, (_, n) => copyOf(model, start + n))
    storage.commit({
      transactionId: `places-${start}`,
      timestamp: '2026-01-01T00:00:00Z',
      identity: 'bench',
      changes: documents.map((after) => ({ id: after._id, after, mutations: [] })),
    })
  }
  storage.close()
}

function copyOf(model: LakeDocument, index: number): LakeDocument {
  return {
    ...model,
    _id: `place-bench-${index}`,
    slug: { _type: 'slug', current: slugOf(index) },
  }
}

function slugOf(index: number): string {
  return `station-${index}`
}

/** Paths spread over all places and languages, never the same twice: steps that are coprime to their number. */
function pagesOf(from: number, to: number): string[] {
  const all = PLACES * LANGUAGES.length
  return Array.from({ length: to - from }, (_, n) => {
    const page = ((from + n) * 7_919) % all
    return `/${LANGUAGES[page % LANGUAGES.length]}/${slugOf(Math.floor(page / LANGUAGES.length))}`
  })
}

/** Reads pages, some at a time; how long each took, in ms. */
async function read({ origin }: RunningWaymark, paths: readonly string[]): Promise<number[]> {
  const queue = paths.values()
  const times: number[] = []
  const readers = Array.from({ length: AT_A_TIME }, async () => {
    for (const path of queue) {
      const startedAt = performance.now()
      const answer = await fetch(origin + path)
      await answer.arrayBuffer()
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
      times.push(performance.now() - startedAt)
    }
  })
  await Promise.all(readers)
  return times
}

/** Source: proc(5), `status`. */
function residentMb({ pid }: RunningWaymark): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Math.round(Number(kilobytes) / 1024)
}
