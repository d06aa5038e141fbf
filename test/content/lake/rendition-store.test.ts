import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createRenditionStore } from '../../../content/lake/rendition-store.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark-renditions-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const failures: Error[] = []
let clock = 0
const open = (mostBytes = 1000) =>
  createRenditionStore({
    folder: async () => folder,
    mostBytes,
    onFailure: (error) => failures.push(error),
    now: () => new Date(1_700_000_000_000 + clock++ * 1000),
  })
const picture = (size: number) => async () => new Uint8Array(size).fill(7)
const never = () => Promise.reject(new Error('drawn again'))

test('a picture is drawn once, however many ask for it at the same time', async () => {
  const store = open()
  let drawn = 0
  const draw = async () => {
    drawn += 1
    return new Uint8Array(10)
  }
  await Promise.all(Array.from({ length: 20 }, () => store.get('a', draw)))
  await store.get('a', never)
  expect(drawn).toBe(1)
})

test('a picture outlives the process', async () => {
  await open().get('a', picture(10))
  expect([...(await open().get('a', never))]).toEqual(Array(10).fill(7))
})

test('past the limit those longest not asked for go, earlier ones too', async () => {
  const first = open(100)
  for (const key of ['a', 'b', 'c']) await first.get(key, picture(30))
  await first.get('a', never)
  const second = open(100)
  await second.get('d', picture(30))
  await vi.waitFor(async () => expect((await readdir(folder)).sort()).toEqual(['a', 'c', 'd']))
  await second.get('a', never)
})

test('what an interrupted process left behind is removed', async () => {
  await writeFile(join(folder, 'x.part'), 'half')
  await open().get('a', picture(1))
  expect(await readdir(folder)).toEqual(['a'])
})

test('a picture that was lost is drawn again', async () => {
  const store = open()
  await store.get('a', picture(3))
  await rm(join(folder, 'a'))
  expect(await store.get('a', picture(4))).toHaveLength(4)
})

test('a failed drawing is not remembered', async () => {
  const store = open()
  await expect(store.get('a', never)).rejects.toThrow('drawn again')
  expect(await store.get('a', picture(2))).toHaveLength(2)
})

test('a disk that takes nothing does not keep a picture from being served', async () => {
  const store = open()
  await store.get('a', picture(1))
  await rm(folder, { recursive: true })
  expect(await store.get('b', picture(5))).toHaveLength(5)
  expect(failures.at(-1)).toMatchObject({ code: 'rendition-not-kept' })
})
