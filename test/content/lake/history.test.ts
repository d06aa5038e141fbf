import { applyPatch } from 'mendoza'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { historyDoor, type Line } from './history-door.ts'
import { inProcess, type LakeUnderTest, overHttp } from './transports.ts'

describe.each([
  ['over HTTP', overHttp],
  ['in process', inProcess],
])('the history %s', (_, start) => {
  let under: LakeUnderTest
  let id: string
  let count = 0
  beforeAll(async () => {
    under = await start()
  })
  afterAll(() => under.close())
  beforeEach(() => {
    id = `place-${count++}`
  })

  const door = historyDoor(() => under)
  const { get, getAsStranger, json, lines, past } = door
  const write = (titles: string[], of = id) => door.write(of, titles)

  describe('transactions', () => {
    test('tell who did what to a document, oldest first', async () => {
      await write(['Hall', 'Hall A'])
      await under.client.delete(id)
      await write(['elsewhere'], `${id}-other`)
      const told = await lines(id)
      expect(told).toHaveLength(3)
      expect(told[1]).toEqual({
        id: `${id}-1`,
        timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
        author: expect.any(String),
        documentIDs: [id],
        mutations: [{ createOrReplace: expect.objectContaining({ title: 'Hall A' }) }],
      })
      expect(told[2]).toMatchObject({ mutations: [{ delete: { id } }] })
    })

    test('come in pages, forward and back, both ends included', async () => {
      await write(['0', '1', '2', '3', '4'])
      const ids = async (query: string) =>
        (await lines(`${id}?${query}`)).map((one) => one.id.at(-1))
      expect(await ids('limit=2')).toEqual(['0', '1'])
      expect(await ids(`limit=2&fromTransaction=${id}-1`)).toEqual(['1', '2'])
      expect(await ids(`toTransaction=${id}-1`)).toEqual(['0', '1'])
      expect(await ids(`fromTransaction=${id}-3&toTransaction=${id}-3`)).toEqual(['3'])
      expect(await ids('reverse=true&limit=2')).toEqual(['4', '3'])
      expect(await ids(`reverse=true&toTransaction=${id}-2&limit=2`)).toEqual(['2', '1'])
      expect(await ids('fromTransaction=')).toHaveLength(5)
    })

    test('of several documents come in one order, each once', async () => {
      const other = `${id}-b`
      await write(['0'])
      await under.client
        .transaction()
        .create({ _id: other, _type: 'place' })
        .patch(id, (patch) => patch.set({ title: '1' }))
        .commit()
      await write(['1', '2'], other)
      const told = await lines(`${id},${other}`)
      expect(told.map(({ documentIDs }) => documentIDs)).toEqual([
        [id],
        [other, id],
        [other],
        [other],
      ])
      const only = await lines(`${id}?includeIdentifiedDocumentsOnly=true`)
      expect(only.map(({ documentIDs }) => documentIDs)).toEqual([[id], [id]])
    })

    test('can be asked for by time and author', async () => {
      await write(['0', '1'])
      const [first, second] = await lines(id)
      const admin = under.clientAs('administrator')
      await admin.patch(id).set({ title: '2' }).commit()
      const third = (await lines(id)).at(-1)
      expect(third?.author).not.toBe(first?.author)
      expect(await lines(`${id}?authors=nobody,${first?.author}`)).toEqual([first, second])
      expect(await lines(`${id}?authors=${third?.author}`)).toEqual([third])
      expect(
        await lines(`${id}?fromTime=2000-01-01T00:00:00Z&toTime=2001-01-01T00:00:00Z`),
      ).toEqual([])
      expect(await lines(`${id}?fromTime=2000-01-01T01:00:00%2B01:00`)).toHaveLength(3)
    })

    test('rebuild every state of a document by their effects', async () => {
      await write(['Ask at the counter', 'Ask at the desk', 'ጠይቁ'])
      await under.client.delete(id)
      await under.client.create({ _id: id, _type: 'place', numbers: [{ _key: 'x', dial: '112' }] })
      await under.client.patch(id).set({ 'numbers[_key=="x"].dial': '999' }).commit()
      const told = await lines(
        `${id}?effectFormat=mendoza&excludeContent=true&excludeMutations=true&limit=50`,
      )
      expect(told).toHaveLength(6)
      let current: unknown = null
      for (const line of told) {
        expect(line).not.toHaveProperty('mutations')
        const before = current
        const { apply, revert } = effectsIn(line, id)
        current = applyPatch(current, apply)
        expect(applyPatch(current, revert)).toEqual(before)
        const [document] = await past(id, `revision=${line.id}`)
        const { _rev, ...rest } = document ?? {}
        expect(current ?? {}).toEqual(rest)
      }
    })

    test('can leave out what was written', async () => {
      await write(['secret words'])
      await under.client.patch(id).set({ title: 'secret words' }).commit()
      const told = await lines(`${id}?excludeContent=true`)
      expect(told.map(({ mutations }) => mutations)).toEqual([
        [{ createOrReplace: { _id: id, _type: 'place' } }],
        [{ patch: { id } }],
      ])
    })

    test('of all documents are told where none is named', async () => {
      await write(['0'])
      const response = await get('history/production/transactions?reverse=true&limit=1')
      expect(JSON.parse(await response.text())).toMatchObject({ id: `${id}-0`, documentIDs: [id] })
    })

    test.each([
      ['limit=0', 400],
      ['limit=1001', 400],
      ['limit=x', 400],
      ['fromTime=yesterday', 400],
      ['toTime=2026-02-30T00:00:00Z', 400],
      ['reverse=maybe', 400],
      ['effectFormat=diff', 400],
      ['fromTransaction=unknown', 404],
    ])('refuse %s', async (query, status) => {
      const response = await get(`history/production/transactions/${id}?${query}`)
      expect(response.status).toBe(status)
      expect((await response.json()).message).not.toBe('')
    })
  })

  describe('documents', () => {
    test('are told as they were after a transaction, their own or another', async () => {
      await write(['0', '1'])
      await write(['0'], `${id}-b`)
      const [document] = await past(id, `revision=${id}-0`)
      expect(document).toMatchObject({ _id: id, _rev: `${id}-0`, title: '0' })
      const both = await past(`${id},${id}-b`, `revision=${id}-b-0`)
      expect(both).toMatchObject([{ title: '1', _rev: `${id}-1` }, { _id: `${id}-b` }])
      expect(await past(`${id}-b`, `revision=${id}-0`)).toEqual([])
      expect(await past(id, 'revision=unknown')).toEqual([])
    })

    test('are told as they were at a time', async () => {
      await write(['0'])
      const [line] = await lines(id)
      expect(await past(id, `time=${line?.['timestamp']}`)).toMatchObject([{ title: '0' }])
      expect(await past(id, 'time=2001-01-01T00:00:00Z')).toEqual([])
    })

    test('are told as they were before they were deleted', async () => {
      await write(['0', '1'])
      await under.client.delete(id)
      expect(await past(id, 'lastRevision=true')).toMatchObject([{ title: '1' }])
      expect(await past(id, `time=${new Date().toISOString()}`)).toEqual([])
    })

    test.each([
      '',
      'lastRevision=false',
      'revision=a&lastRevision=true',
      'revision=a&time=2026-01-01T00:00:00Z',
      'time=now',
    ])('are refused for "%s": it takes exactly one moment', async (query) => {
      expect((await get(`history/production/documents/${id}?${query}`)).status).toBe(400)
    })

    test('are refused more than a hundred at once', async () => {
      const ids = Array.from({ length: 101 }, (_unused, index) => `x${index}`).join(',')
      expect((await get(`history/production/documents/${ids}?lastRevision=true`)).status).toBe(400)
    })
  })

  test('references to a document are told before it is deleted', async () => {
    await write(['0'])
    await under.client.create({ _id: `${id}-b`, _type: 'guide', at: { _ref: id } })
    const path = `references/production/documents/${id}/to`
    expect(await json(path)).toEqual({
      totalCount: 1,
      references: [{ projectId: 'waymark', datasetName: 'production', documentId: `${id}-b` }],
    })
    expect(await json(`${path}?excludeInternalReferences=true&excludePaths=true`)).toEqual({
      totalCount: 0,
      references: [],
    })
    expect((await get('references/production/documents/never/to')).status).toBe(404)
  })

  test.each([
    'history/production/transactions/a',
    'history/production/documents/a?lastRevision=true',
    'history/production/events/documents/a',
    'references/production/documents/a/to',
  ])('%s is closed to who may not read, and to another dataset', async (path) => {
    expect((await getAsStranger(path)).status).toBe(401)
    expect((await get(path.replace('production', 'staging'))).status).toBe(404)
  })
})

function effectsIn(line: Line, id: string): { apply: unknown[]; revert: unknown[] } {
  const { effects } = line
  if (typeof effects !== 'object' || effects === null) throw new Error('The line has no effects')
  const pair: unknown = Object.entries(effects).find(([key]) => key === id)?.[1]
  const list = (name: string): unknown[] => {
    const patch: unknown = Object.entries(pair ?? {}).find(([key]) => key === name)?.[1]
    if (!Array.isArray(patch)) throw new Error(`The effect has no ${name}`)
    return patch
  }
  return { apply: list('apply'), revert: list('revert') }
}
