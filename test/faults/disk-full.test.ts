import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStorage } from '../../content/lake/storage.ts'
import { type LakeServer, startLakeServer } from '../lake-server.ts'

const API = '/lake/v2025-02-19'
const CLIENTS = 16
/** In blocks of 512 bytes, as `ulimit` of a shell counts. */
const LIMIT_BLOCKS = 2048

/*
 * The system refuses each write past the limit of the process: SQLite and the assets meet the same
 * failing calls as on a disk without room, and it needs no rights. `prlimit` makes room again.
 */
let dataFolder: string
let server: LakeServer
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'waymark-full-'))
  const command = ['sh', '-c', `ulimit -S -f ${LIMIT_BLOCKS}; exec "$0" "$@"`]
  server = await startLakeServer(dataFolder, { command })
})
afterEach(async () => {
  await server.stop()
  await rm(dataFolder, { recursive: true })
})

const makeRoom = () =>
  promisify(execFile)('prlimit', ['--pid', String(server.child.pid), '--fsize=unlimited'])

const write = (id: string) => {
  const create = { _id: id, _type: 'place', pad: 'x'.repeat(4000) }
  const body = JSON.stringify({ transactionId: id, mutations: [{ create }] })
  return server.post(`${API}/data/mutate/production`, body)
}

async function readIds(): Promise<string[]> {
  const answer = await server.post(
    `${API}/data/query/production?perspective=raw`,
    JSON.stringify({ query: '*[_type == "place"]._id' }),
  )
  expect(answer.status).toBe(200)
  return JSON.parse(answer.body).result
}

test('a full disk refuses writes with what to do, shows what is kept, and goes on once there is room', async () => {
  const kept: string[] = []
  const refused: string[] = []
  const client = async (_: unknown, number: number) => {
    for (let n = 0, isFull = false; !isFull; n++) {
      const id = `full-${number}-${n}`
      const { status, body } = await write(id)
      isFull = status !== 200
      if (isFull) {
        expect(status).toBe(503)
        expect(JSON.parse(body).message).toMatch(
          /^Nothing of this was kept: .* then send it again$/,
        )
      }
      ;(isFull ? refused : kept).push(id)
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, client))
  expect(kept.length).toBeGreaterThan(CLIENTS)
  expect((await readIds()).sort()).toEqual(kept.toSorted())

  await makeRoom()
  for (const id of refused) expect((await write(id)).status).toBe(200)
  const all = [...kept, ...refused].sort()
  expect((await readIds()).sort()).toEqual(all)

  await server.stop()
  const storage = openStorage(dataFolder)
  expect([...storage.loadDocuments()].map(({ _id }) => _id)).toEqual(all)
  const told = storage.commitsAfter('', 100_000)?.map(({ transactionId }) => transactionId)
  expect(told?.sort()).toEqual(all)
  storage.close()
  const database = new DatabaseSync(join(dataFolder, 'lake.sqlite'), { readOnly: true })
  expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
  database.close()
})

test('a full disk refuses an asset, keeps no half of it, and takes it once there is room', async () => {
  const upload = () =>
    fetch(`${server.origin}${API}/assets/files/production?filename=film.bin`, {
      method: 'POST',
      // One that was refused on the way cannot be used again.
      headers: { connection: 'close' },
      body: new Uint8Array(LIMIT_BLOCKS * 512 * 2).fill(7),
    })
  const refused = await upload()
  expect(refused.status).toBe(503)
  const { message } = await refused.json()
  expect(message).toBe(
    'The asset was not kept: the disk is full. Make room on it, then send it again',
  )
  expect(await readdir(join(dataFolder, 'assets'))).toEqual(['unfinished'])
  expect(await readdir(join(dataFolder, 'assets/unfinished'))).toEqual([])
  expect(await readIds()).toEqual([])

  await makeRoom()
  const taken = await upload()
  expect(taken.status).toBe(200)
  const { document } = await taken.json()
  const bytes = await fetch(document.url.replace('http://lake.test', server.origin))
  expect((await bytes.arrayBuffer()).byteLength).toBe(LIMIT_BLOCKS * 512 * 2)
})
