import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import type { Commit } from '../../content/lake/commit.ts'
import type { LakeDocument } from '../../content/lake/document.ts'
import { openStorage } from '../../content/lake/storage.ts'
import { isLong } from '../long.ts'

const KILLS = isLong ? 100 : 8

const acknowledgement = z.object({
  transactionId: z.string(),
  number: z.number(),
  members: z.number(),
})
type Acknowledgement = z.infer<typeof acknowledgement>

let dataFolder: string
beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'waymark-kill-'))
})
afterAll(() => rm(dataFolder, { recursive: true }))

test(`an acknowledged edit survives SIGKILL, whole, ${KILLS} times over`, async () => {
  const acknowledged: Acknowledgement[] = []
  for (let seed = 1; seed <= KILLS; seed++) {
    // Spread over 0-210 ms, so that the kills fall into every part of a burst.
    const own = await writeUntilKilled(seed, (seed * 97) % 211)
    checkKept(own)
    acknowledged.push(...own)
  }
  expect(acknowledged.length).toBeGreaterThan(KILLS)
  checkKept(acknowledged)
  checkFile()
}, 600_000)

/** Starts a writer, kills it in mid-work, and gives what it had acknowledged. */
async function writeUntilKilled(seed: number, killAfterMs: number): Promise<Acknowledgement[]> {
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('./lake-kill-child.ts', import.meta.url)), dataFolder, String(seed)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const ended = once(child, 'close')
  let printed = ''
  const isReady = Promise.withResolvers<void>()
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    printed += chunk
    if (printed.includes('{')) isReady.resolve()
  })
  await Promise.race([isReady.promise, ended])
  await wait(killAfterMs)
  child.kill('SIGKILL')
  const [, signal] = await ended
  expect(signal, 'the writer ended by itself').toBe('SIGKILL')
  // The last line may have been cut in two by the kill: then it was not told in full either.
  const lines = printed.slice(0, printed.lastIndexOf('\n')).split('\n').slice(1)
  return lines.map((line) => acknowledgement.parse(JSON.parse(line)))
}

/** Every acknowledged transaction is there in full, and the documents are exactly what the log tells. */
function checkKept(acknowledged: Acknowledgement[]): void {
  const storage = openStorage(dataFolder)
  const documents = new Map([...storage.loadDocuments()].map((one) => [one._id, one]))
  for (const { transactionId, number, members } of acknowledged) {
    expect(storage.hasTransaction(transactionId), `${transactionId} is not in the log`).toBe(true)
    for (let member = 0; member <= members; member++) {
      const document = documents.get(`${transactionId}.${member}`)
      const isExpected = member < members
      expect(document?.['number'], `${transactionId}, document ${member}`).toBe(
        isExpected ? number : undefined,
      )
    }
  }
  const told = documentsByLog(storage.commitsAfter('', Number.MAX_SAFE_INTEGER) ?? [])
  storage.close()
  expect(documents.size).toBe(told.size)
  for (const [id, { _rev }] of documents) {
    if (told.get(id)?._rev !== _rev) expect.fail(`"${id}" is not as the log tells it`)
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

function checkFile(): void {
  const database = new DatabaseSync(join(dataFolder, 'lake.sqlite'), { readOnly: true })
  expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
  database.close()
}
