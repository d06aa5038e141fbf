import { applyPatch } from 'mendoza'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inProcess, type LakeUnderTest, overHttp } from './transports.ts'

type Line = Record<string, unknown> & { id: string }

const DATA = '/lake/v2025-02-19/data'
const ACTION = 'sanity.action.document.'

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

  const get = (path: string) => under.request(`${DATA}/${path}`)
  const json = async (path: string) => (await get(path)).json()
  const lines = async (path: string): Promise<Line[]> => {
    const response = await get(`history/production/transactions/${path}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain('application/x-ndjson')
    const text = await response.text()
    return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]))
  }
  const past = async (ids: string, query: string) =>
    (await json(`history/production/documents/${ids}?${query}`)).documents
  const types = async (of: string) => {
    const { events } = await json(`history/production/events/documents/${of}`)
    return events[of].map((event: { type: string }) => event.type)
  }
  /** Makes the document and edits it, each in a transaction `{id}-{n}`, from 0. */
  const write = async (titles: string[], of = id) => {
    for (const [index, title] of titles.entries()) {
      await under.client
        .transaction()
        .createOrReplace({ _id: of, _type: 'place', title })
        .transactionId(`${of}-${index}`)
        .commit()
    }
  }
  const act = (actionType: string, body: Record<string, unknown>) =>
    under.request(`${DATA}/actions/production`, {
      method: 'POST',
      body: JSON.stringify({ actions: [{ actionType: ACTION + actionType, ...body }] }),
    })

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

  describe('events', () => {
    test("tell a document's life truly, to the published document and to its draft", async () => {
      const draftId = `drafts.${id}`
      const pair = { publishedId: id, draftId }
      const attributes = { _id: draftId, _type: 'place', title: '0' }
      await act('create', { publishedId: id, attributes })
      await act('edit', { ...pair, patch: { set: { title: '1' } } })
      await act('publish', pair)
      await act('edit', { ...pair, patch: { set: { title: '2' } } })
      await act('discard', { draftId })
      await under.client.patch(id).set({ title: '3' }).commit()
      await act('unpublish', pair)
      await act('publish', pair)
      await act('delete', { publishedId: id })
      expect(await types(id)).toEqual([
        'deleteDocumentGroup',
        'publishDocumentVersion',
        'unpublishDocument',
        'updateLiveDocument',
        'publishDocumentVersion',
      ])
      expect(await types(draftId)).toEqual([
        'publishDocumentVersion',
        'createDocumentVersion',
        'deleteDocumentVersion',
        'createDocumentVersion',
        'publishDocumentVersion',
        'createDocumentVersion',
      ])
    })

    test('tell a publication with the revisions to look at', async () => {
      const draftId = `drafts.${id}`
      await write(['0', '1'], draftId)
      await act('publish', { publishedId: id, draftId })
      const { events } = await json(`history/production/events/documents/${id}`)
      const [published] = await past(id, 'lastRevision=true')
      expect(events[id]).toEqual([
        {
          type: 'publishDocumentVersion',
          timestamp: published._updatedAt,
          author: expect.any(String),
          documentId: id,
          versionId: draftId,
          revisionId: published._rev,
          versionRevisionId: `${draftId}-1`,
          publishCause: 'document.publish',
        },
      ])
    })

    test('do not call a document deleted while a version of it is left', async () => {
      await write(['0'])
      await write(['0'], `versions.spring.${id}`)
      await under.client.delete(id)
      expect(await types(id)).toEqual(['unpublishDocument', 'createLiveDocument'])
      await under.client.delete(`versions.spring.${id}`)
      expect(await types(`versions.spring.${id}`)).toEqual([
        'deleteDocumentGroup',
        'createDocumentVersion',
      ])
    })

    test('come in pages', async () => {
      await write(['0', '1', '2'])
      const page = (query: string) =>
        json(`history/production/events/documents/${id}?limit=2&${query}`)
      const first = await page('')
      const second = await page(`nextCursor=${first.nextCursor}`)
      const revisions = [...first.events[id], ...second.events[id]].map(
        (event: { revisionId: string }) => event.revisionId,
      )
      expect(revisions).toEqual([`${id}-2`, `${id}-1`, `${id}-0`])
      expect(second.nextCursor).toBe('')
      expect((await get(`history/production/events/documents/${id}?nextCursor=x`)).status).toBe(400)
    })

    test('of a document that never was are none', async () => {
      expect(await types('never')).toEqual([])
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
    expect((await under.request(`${DATA}/${path}`, {}, false)).status).toBe(401)
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
