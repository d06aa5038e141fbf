import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { historyDoor } from './history-door.ts'
import { inProcess, type LakeUnderTest, overHttp } from './transports.ts'

describe.each([
  ['over HTTP', overHttp],
  ['in process', inProcess],
])('events of the history %s', (_, start) => {
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
  const { act, get, json, past, types } = door
  const write = (titles: string[], of = id) => door.write(of, titles)

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
