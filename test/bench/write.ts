import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encodeCommit } from '../../content/lake/encoded-commit.ts'
import { openStorage } from '../../content/lake/storage.ts'
import { type LakeServer, startLakeServer } from '../lake-server.ts'
import { fillLake } from './size.ts'

const CLIENTS = 16
const MS = 3000
const ROUNDS = 3
const SIZES = [1_000, 100_000]
const API = '/lake/v2025-02-19/data'
const MUTATE = `${API}/mutate/production`

/**
 * Prints how many durable transactions of one mutation 16 clients make in a second, each waiting
 * for its answer, beside the same rows written with `node:sqlite` alone: one flush for each, and
 * one for 16.
 */
export async function benchWrite(): Promise<void> {
  const figures: Record<string, number[]> = { lake: [], alone: [], together: [] }
  for (let round = 0; round < ROUNDS; round++) {
    figures['alone']?.push(await inFolder((folder) => writeRaw(folder, 1)))
    figures['together']?.push(await inFolder((folder) => writeRaw(folder, CLIENTS)))
    figures['lake']?.push(await inFolder(writeOverHttp))
  }
  const [lake, alone, together] = ['lake', 'alone', 'together'].map((name) => median(figures[name]))
  if (!lake || !alone || !together) return
  const lines = [
    `Durable transactions a second, ${CLIENTS} clients over HTTP (at least 1500)`,
    `  lake                              ${Math.round(lake)}`,
    `  node:sqlite, one flush for each   ${Math.round(alone)}  (lake is ${(lake / alone).toFixed(2)} of it)`,
    `  node:sqlite, one flush for 16     ${Math.round(together)}  (lake is ${(lake / together).toFixed(2)} of it)`,
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  for (const documents of SIZES) {
    const rate = await inFolder((folder) => writeBeside(folder, documents))
    process.stdout.write(`  beside ${String(documents).padEnd(27)}${Math.round(rate)}\n`)
  }
}

/** Writes to a lake that holds documents already and keeps three views with an index each up to date. */
async function writeBeside(folder: string, documents: number): Promise<number> {
  fillLake(folder, documents)
  return writeOverHttp(folder)
}

async function inFolder(measure: (folder: string) => Promise<number>): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-bench-'))
  try {
    return await measure(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function writeOverHttp(folder: string): Promise<number> {
  const server = await startLakeServer(folder)
  try {
    for (const perspective of ['raw', 'published', 'drafts']) {
      const query = '*[_type == "message" && title > "Message 9"] | order(title)[0...20]._id'
      const address = `${API}/query/production?perspective=${perspective}`
      await server.post(address, JSON.stringify({ query }))
    }
    await untilMs(MS / 3, server, 'w')
    return await untilMs(MS, server, 'm')
  } finally {
    await server.stop()
  }
}

/** Transactions a second, all clients together. */
async function untilMs(ms: number, server: LakeServer, name: string): Promise<number> {
  const startedAt = performance.now()
  let count = 0
  const client = async (_: unknown, number: number) => {
    for (let n = 0; performance.now() - startedAt < ms; n++) {
      const create = { ...documentOf(`${name}-${number}-${n}`) }
      const { status, body } = await server.post(
        MUTATE,
        JSON.stringify({ mutations: [{ create }] }),
      )
      if (status !== 200) throw new Error(body)
      count += 1
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, client))
  return (count / (performance.now() - startedAt)) * 1000
}

async function writeRaw(folder: string, atOnce: number): Promise<number> {
  const storage = openStorage(folder)
  const startedAt = performance.now()
  const timestamp = '2026-01-01T00:00:00.000Z'
  let count = 0
  while (performance.now() - startedAt < MS) {
    const commits = Array.from({ length: atOnce }, () => {
      const transactionId = `transaction-of-the-bench-${count++}`
      const after = {
        ...documentOf(`m-${count}`),
        _rev: transactionId,
        _createdAt: timestamp,
        _updatedAt: timestamp,
      }
      const changes = [{ id: after._id, after, mutations: [{ create: after }] }]
      return encodeCommit({ transactionId, timestamp, identity: 'bench', changes })
    })
    storage.commitTogether(commits)
  }
  storage.close()
  return (count / (performance.now() - startedAt)) * 1000
}

function documentOf(_id: string) {
  return { _id, _type: 'message', title: `Message ${_id}`, text: 'Words. '.repeat(40) }
}

function median(values: readonly number[] = []): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
}
