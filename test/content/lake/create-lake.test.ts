import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createContentClient } from '../../../content/client.ts'
import type { Commit } from '../../../content/lake/commit.ts'
import { createLake, type LakeOptions } from '../../../content/lake/create-lake.ts'
import { almighty } from '../../../content/lake/rights.ts'

describe('a lake', () => {
  let dataFolder: string
  beforeEach(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), 'waymark-lake-'))
  })
  afterEach(() => rm(dataFolder, { recursive: true }))

  const open = (options: Partial<LakeOptions> = {}) =>
    createLake({
      dataFolder,
      project: 'waymark',
      dataset: 'production',
      publicUrl: 'http://lake.test/lake/',
      authorize: async () => almighty('ada'),
      ...options,
    })
  const clientOf = (lake: ReturnType<typeof open>) =>
    createContentClient({ lake, token: 'any', perspective: 'raw' })

  test('has everything again when it is opened again', async () => {
    const first = open()
    const written = await clientOf(first).create({ _id: 'a', _type: 'place', title: 'Hall' })
    const asset = await clientOf(first).assets.upload('file', Buffer.from('words'))
    await first.stop()

    const second = open()
    expect(second.documentCount()).toBe(2)
    expect(await clientOf(second).getDocument('a')).toEqual(written)
    const served = await second.fetch(new Request(asset.url))
    expect(await served.text()).toBe('words')
    await second.stop()
  })

  test('refuses a folder that another lake has open, and says what to do', async () => {
    const first = open()
    expect(() => open()).toThrow('stop it first')
    await first.stop()
    await open().stop()
  })

  test('has nobody keep its answers, but for the bytes of assets', async () => {
    const lake = open()
    await clientOf(lake).create({ _id: 'a', _type: 'place' })
    const asset = await clientOf(lake).assets.upload('file', Buffer.from('words'))
    const kept = async (address: string) =>
      (await lake.fetch(new Request(`http://lake.test/lake/${address}`))).headers.get(
        'cache-control',
      )
    expect(await kept('v1/data/query/production?query=*')).toBe('no-store')
    expect(await kept('v1/data/doc/production/a')).toBe('no-store')
    expect(await kept('v1/data/export/production')).toBe('no-store')
    expect(await kept('v1/users/me')).toBe('no-store')
    expect(await kept('v1/nothing')).toBe('no-store')
    expect(await kept(asset.path)).toContain('immutable')
    await lake.stop()
  })

  test('takes clock and randomness from outside', async () => {
    const now = new Date('2026-03-01T12:00:00.000Z')
    const lake = open({ now: () => now, random: (count) => new Uint8Array(count).fill(7) })
    const document = await clientOf(lake).create({ _type: 'place' })
    const id = '07'.repeat(16)
    expect(document).toMatchObject({ _id: id, _rev: id, _createdAt: now.toISOString() })
    expect(await clientOf(lake).fetch('now()')).toBe(now.toISOString())
    await lake.stop()
  })

  test('tells of each commit, in order, even where one who hears it fails', async () => {
    const failures: Error[] = []
    const lake = open({ onFailure: (error) => failures.push(error) })
    const heard: Commit[] = []
    lake.onCommit(() => {
      throw new Error('a broken cache')
    })
    const stopHearing = lake.onCommit((commit) => heard.push(commit))
    const client = clientOf(lake)
    await client.create({ _id: 'a', _type: 'place' })
    await client.delete('a')
    stopHearing()
    await client.create({ _id: 'b', _type: 'place' })
    expect(heard).toMatchObject([
      { identity: 'ada', changes: [{ id: 'a', after: { _id: 'a' } }] },
      { changes: [{ id: 'a', before: { _id: 'a' } }] },
    ])
    expect(failures).toHaveLength(3)
    expect(failures[0]).toMatchObject({ code: 'bug', cause: { message: 'a broken cache' } })
    await lake.stop()
  })

  test('finishes what it was asked before it stops, and takes no more', async () => {
    const lake = open()
    const address = 'http://lake.test/lake/v2025-02-19/data/mutate/production'
    const writes = Array.from({ length: 10 }, (_, n) => {
      const body = JSON.stringify({ mutations: [{ create: { _id: `a${n}`, _type: 'place' } }] })
      return lake.fetch(new Request(address, { method: 'POST', body }))
    })
    await Promise.all([lake.stop(), lake.stop()])
    expect((await Promise.all(writes)).map(({ status }) => status)).toEqual(Array(10).fill(200))
    await expect(clientOf(lake).create({ _type: 'place' })).rejects.toMatchObject({
      statusCode: 503,
    })
    const again = open()
    expect(again.documentCount()).toBe(10)
    await again.stop()
  })

  test('opens with 10,000 documents in well under a second', async () => {
    const lake = open()
    const mutations = Array.from({ length: 10_000 }, (_, n) => ({
      create: { _id: `d${n}`, _type: 'place', title: `Place ${n}`, at: { _ref: `d${n}` } },
    }))
    await clientOf(lake).mutate(mutations)
    await lake.stop()
    const startedAt = performance.now()
    const again = open()
    const openedMs = performance.now() - startedAt
    expect(again.documentCount()).toBe(10_000)
    expect(openedMs).toBeLessThan(1000)
    await again.stop()
  })

  test('gives every object in an array a key where that is asked for', async () => {
    const lake = open({ dataFolder: ':memory:' })
    const client = clientOf(lake)
    const options = { autoGenerateArrayKeys: true }
    await client.create({ _id: 'a', _type: 'place', list: [{ n: 1 }, { _key: 'own' }] }, options)
    await client
      .patch('a')
      .append('list', [{ deep: [{}] }])
      .commit(options)
    const key = expect.stringMatching(/^[0-9a-f]{32}$/)
    expect(await client.getDocument('a')).toMatchObject({
      list: [{ _key: key, n: 1 }, { _key: 'own' }, { _key: key, deep: [{ _key: key }] }],
    })
    await lake.stop()
  })

  test('lets nothing pass that the gates refuse, and shows them before and after', async () => {
    const seen: unknown[] = []
    const lake = open({
      beforeCommit: async ({ identity, changes }) => {
        seen.push({ identity, changes })
        return changes
          .filter(({ after }) => after?.['n'] === 13)
          .map(({ id }) => ({ documentId: id, message: 'not thirteen' }))
      },
    })
    const client = clientOf(lake)
    await client.create({ _id: 'a', _type: 'place', n: 1 })
    await expect(client.patch('a').set({ n: 13 }).commit()).rejects.toThrow('not thirteen')
    expect(await client.getDocument('a')).toMatchObject({ n: 1 })
    expect(seen).toMatchObject([
      { identity: { id: 'ada' }, changes: [{ id: 'a', after: { n: 1 } }] },
      { changes: [{ id: 'a', before: { n: 1 }, after: { n: 13 } }] },
    ])
    await lake.stop()
  })
})
