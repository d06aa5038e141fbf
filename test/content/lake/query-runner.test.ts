import { afterEach, describe, expect, test } from 'vitest'
import type { LakeDocument } from '../../../content/lake/document.ts'
import { createDocumentStore } from '../../../content/lake/document-store.ts'
import { createQueryRunner, type QueryRunner } from '../../../content/lake/query-runner.ts'
import { createViews } from '../../../content/lake/views.ts'

const SYSTEM = { _rev: 'r', _createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-01-01T00:00:00Z' }
const place = (id: string, n: number): LakeDocument => ({ _id: id, _type: 'place', n, ...SYSTEM })

/** Every document with every other with every other. */
const DEEP = 'count(*[count(*[count(*[n > ^.n]) > ^.n]) > 0])'

describe('a query runner', () => {
  let runner: QueryRunner | undefined
  afterEach(() => runner?.stop())

  const start = (options: { budgetMs?: number; queryMs?: number; resultBytes?: number } = {}) => {
    const { queryMs = 5000, resultBytes = 1024 * 1024, ...rest } = options
    const store = createDocumentStore(
      Array.from({ length: 3000 }, (_, n) => place(`p${String(n).padStart(4, '0')}`, n % 7)),
    )
    const views = createViews(store)
    const made = createQueryRunner({
      store,
      views,
      sanity: { projectId: 'waymark', dataset: 'production' },
      now: () => new Date('2026-01-01T00:00:00Z'),
      limits: { queryMs, resultBytes },
      ...rest,
    })
    runner = made
    return {
      ask: async (query: string, params: Record<string, unknown> = {}): Promise<unknown> =>
        JSON.parse(await made.run({ query, params, perspective: 'raw', identity: 'me' })),
      put(document: LakeDocument) {
        store.put(document)
        views.refresh([document._id])
        made.refresh([document._id])
      },
    }
  }

  test('ends a query that nests the documents deeply, and answers others meanwhile', async () => {
    const { ask } = start({ queryMs: 1000 })
    const deep = expect(ask(DEEP)).rejects.toMatchObject({
      status: 408,
      body: { error: { type: 'queryTimeout' } },
    })
    const waits: number[] = []
    let isOver = false
    void deep.then(() => {
      isOver = true
    })
    while (!isOver) {
      const before = performance.now()
      expect(await ask('*[_id == $id][0].n', { id: 'p0008' })).toBe(1)
      // A turn of the event loop, as a request over a socket takes.
      await new Promise((resolve) => setImmediate(resolve))
      waits.push(performance.now() - before)
    }
    await deep
    waits.sort((a, b) => a - b)
    expect(waits.length).toBeGreaterThan(100)
    expect(waits[waits.length >> 1]).toBeLessThan(5)
  })

  test('ends a query that passes no document, with its process, and goes on with another', async () => {
    const { ask } = start({ queryMs: 300 })
    const pattern = `${'a*'.repeat(30)}b`
    const query = '"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" match $pattern'
    await expect(ask(query, { pattern })).rejects.toMatchObject({ status: 408 })
    expect(await ask('count(*[n in [1, 2] && delta::operation() == null])')).toBe(858)
  })

  test('ends a query that makes more than the memory holds', async () => {
    const { ask } = start({ queryMs: 30_000 })
    const grow = '{"a": [...a, ...a, ...a, ...a]}'.repeat(14)
    await expect(ask(`{"a": [1, 2]}${grow}`)).rejects.toMatchObject({
      body: { error: { type: 'queryMemoryExceeded' } },
    })
    expect(await ask('count(*)')).toBe(3000)
  })

  test('refuses a result that is too large, and says how to make it smaller', async () => {
    for (const budgetMs of [0, 1000]) {
      const { ask } = start({ resultBytes: 10_000, budgetMs })
      await expect(ask('*')).rejects.toThrow('Ask for fewer documents')
      runner?.stop()
    }
  })

  test('gives the same answers and the same errors from another process', async () => {
    const here = start({ budgetMs: 60_000 })
    const hereRunner = runner
    const there = start({ budgetMs: -1 })
    const queries = [
      '*[n == 3] | order(_id desc)[0...5]',
      '*[@ match text::query("p0007")]._id',
      'identity()',
      'now()',
      '{"a": dateTime(now()), "b": *[0..1]}',
      'missing',
    ]
    for (const query of queries) {
      expect(await there.ask(query), query).toEqual(await here.ask(query))
    }
    await expect(there.ask('*[documents::get(a) > 1]')).rejects.toMatchObject({ status: 400 })
    await expect(there.ask('*[')).rejects.toMatchObject({ code: 'query-parse' })
    hereRunner?.stop()
  })

  test('sees in another process what was written before the question', async () => {
    const { ask, put } = start({ budgetMs: -1 })
    expect(await ask('count(*[n == 100])')).toBe(0)
    put(place('new', 100))
    expect(await ask('count(*[n == 100])')).toBe(1)
    put(place('new', 101))
    expect(await ask('count(*[n == 100])')).toBe(0)
  })
})
