import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Commit } from '../../content/lake/commit.ts'
import type { LakeDocument } from '../../content/lake/document.ts'
import { openStorage } from '../../content/lake/storage.ts'
import { startLakeServer } from '../lake-server.ts'
import { isLong } from '../long.ts'

const KILLS = isLong ? 1000 : 10
/** What is checked grows with what was written: a fresh lake now and then keeps that short. */
const KILLS_PER_LAKE = 10
const CLIENTS = 16
const MUTATE = '/lake/v2025-02-19/data/mutate/production'

/** A transaction that a client was told is kept. */
interface Acknowledgement {
  transactionId: string
  number: number
  members: number
}

test(`an acknowledged edit of ${CLIENTS} clients survives SIGKILL, whole, ${KILLS} times over`, async () => {
  for (let first = 1; first <= KILLS; first += KILLS_PER_LAKE) {
    const dataFolder = await mkdtemp(join(tmpdir(), 'waymark-kill-'))
    const acknowledged: Acknowledgement[] = []
    for (let seed = first; seed < first + KILLS_PER_LAKE; seed++) {
      acknowledged.push(...(await writeUntilKilled(dataFolder, seed)))
      checkKept(dataFolder, acknowledged)
    }
    expect(acknowledged.length).toBeGreaterThan(KILLS_PER_LAKE)
    checkFile(dataFolder)
    await rm(dataFolder, { recursive: true })
  }
}, 7_200_000)

/** Lets all clients write to a server, kills it in mid-work, and gives what they had been told. */
async function writeUntilKilled(dataFolder: string, seed: number): Promise<Acknowledgement[]> {
  const server = await startLakeServer(dataFolder)
  const ended = once(server.child, 'exit')
  const roll = randomFrom(seed)
  const acknowledged: Acknowledgement[] = []
  const isFirst = Promise.withResolvers<void>()
  const client = async (_: unknown, number: number) => {
    for (let n = 0; ; n++) {
      const edit = editOf(`${seed}-${number}-${n}`, roll)
      const answer = await server.post(MUTATE, edit.body).catch(() => undefined)
      // The connection was cut: nobody was told anything.
      if (!answer) return
      if (answer.status !== 200) throw new Error(answer.body)
      acknowledged.push(edit.told)
      isFirst.resolve()
    }
  }
  const clients = Promise.all(Array.from({ length: CLIENTS }, client))
  await Promise.race([isFirst.promise, clients])
  // Spread over 0-100 ms, so that the kills fall into every part of a burst.
  await wait((seed * 37) % 101)
  server.child.kill('SIGKILL')
  const [, signal] = await ended
  expect(signal, 'the server ended by itself').toBe('SIGKILL')
  await clients
  return acknowledged
}

/** A transaction that touches several documents with one number. */
function editOf(transactionId: string, roll: (below: number) => number) {
  const number = roll(1_000_000_000)
  const pads = Array.from({ length: 1 + roll(4) }, () => 'x'.repeat(roll(2000)))
  const mutations = [
    ...pads.map((pad, member) => ({
      createOrReplace: { _id: `${transactionId}.${member}`, _type: 'burst', number, pad },
    })),
    // One document that every transaction overwrites, and one that comes and goes.
    { createOrReplace: { _id: 'shared', _type: 'burst', number, transactionId } },
    roll(2)
      ? { createOrReplace: { _id: 'fleeting', _type: 'burst', number } }
      : { delete: { id: 'fleeting' } },
  ]
  return {
    body: JSON.stringify({ transactionId, mutations }),
    told: { transactionId, number, members: pads.length },
  }
}

/** Every acknowledged transaction is there in full, and the documents are exactly what the log tells. */
function checkKept(dataFolder: string, acknowledged: Acknowledgement[]): void {
  const storage = openStorage(dataFolder)
  const documents = new Map([...storage.loadDocuments()].map((one) => [one._id, one]))
  for (const { transactionId, number, members } of acknowledged) {
    if (!storage.hasTransaction(transactionId)) expect.fail(`${transactionId} is not in the log`)
    for (let member = 0; member <= members; member++) {
      const document = documents.get(`${transactionId}.${member}`)
      const expected = member < members ? number : undefined
      if (document?.['number'] !== expected) expect.fail(`${transactionId}, document ${member}`)
    }
  }
  const told = documentsByLog(storage.commitsAfter('', Number.MAX_SAFE_INTEGER) ?? [])
  storage.close()
  expect(documents.size).toBe(told.size)
  for (const [id, document] of documents) {
    if (JSON.stringify(told.get(id)) === JSON.stringify(document)) continue
    expect.fail(`"${id}" is not as the log tells it`)
  }
}

/** The documents as the log alone tells them: a transaction kept in part would differ. */
function documentsByLog(commits: Commit[]): Map<string, LakeDocument> {
  const documents = new Map<string, LakeDocument>()
  for (const { id, after } of commits.flatMap(({ changes }) => changes)) {
    if (after) documents.set(id, after)
    else documents.delete(id)
  }
  return documents
}

function checkFile(dataFolder: string): void {
  const database = new DatabaseSync(join(dataFolder, 'lake.sqlite'), { readOnly: true })
  expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
  database.close()
}

/** Mulberry32, so that a failing seed can be run again. */
function randomFrom(start: number): (below: number) => number {
  let state = start >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
