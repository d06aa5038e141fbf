import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Lake } from '../../../content/lake/create-lake.ts'
import { DOCUMENTS, SECRET } from './rights-documents.ts'
import { asker, NAMES, openRightsLake, writeAll } from './rights-lake.ts'
import { hasHistory, query, READERS, READS, ROUTES, SEEN, type Seen, seenBy } from './role-table.ts'

describe('the role table', () => {
  let lake: Lake
  let ask: ReturnType<typeof asker>
  const stored = new Map<string, unknown>()
  beforeAll(async () => {
    lake = openRightsLake()
    ask = asker(lake)
    await writeAll(lake, DOCUMENTS, 'first')
    const all = await ask('administratorOfAll', `v1/data/query/production?${query('*')}`)
    for (const document of (await all.json()).result) stored.set(document._id, document)
  })
  afterAll(() => lake.stop())

  const classified = (document: unknown, id: string): Seen => {
    if (document === undefined || document === null) return 'hidden'
    return isDeepStrictEqual(document, stored.get(id)) ? 'whole' : 'part'
  }

  test('names every address that there is', () => {
    const found = lake
      .routes()
      .map((route) => route.replace(/\/lake\/(:version\{.*\}\)\}\/)?/, ''))
      .sort()
    expect(found).toEqual(Object.keys(ROUTES).sort())
  })

  describe.each(Object.entries(READS))('by %s', (address, { path, body }) => {
    test.each(READERS)('$person sees of $id what the table says', async ({ person, id }) => {
      const answer = await ask(person, path(id), body?.(id))
      const said = await answer.text()
      if (address.startsWith('history') && !hasHistory(person)) {
        expect(answer.status).toBe(403)
        expect(said).not.toContain(SECRET)
        return
      }
      const { result, documents } = JSON.parse(said)
      const seen = seenBy(person, id)
      expect(classified(documents ? documents[0] : result, id)).toBe(seen)
      if (seen === 'hidden' || (seen === 'part' && !hasHistory(person))) {
        expect(said).not.toContain(SECRET)
      }
      if (seen === 'part') expect(said).not.toMatch(/Secret (note|verifier|second|approver)/)
    })

    test('a stranger is told nothing', async () => {
      const answer = await ask(undefined, path('line-a'), body?.('line-a'))
      expect(answer.status).toBe(401)
    })
  })

  test.each(READERS)('$person learns from references to $id no more', async ({ person, id }) => {
    const answer = await ask(person, `v1/data/references/production/documents/${id}/to`)
    expect(answer.status).toBe(seenBy(person, id) === 'hidden' ? 404 : 200)
  })

  test.each([
    ['anonymous', 'org-b', 2],
    ['operatorOfA', 'org-b', 2],
    ['editorOfA', 'org-b', 3],
    ['editorOfAll', 'org-b', 5],
    ['operatorOfA', 'stall-a', 1],
    ['anonymous', 'hall', 0],
  ] as const)('%s counts the references to %s that they see', async (person, id, count) => {
    const answer = await ask(person, `v1/data/references/production/documents/${id}/to`)
    expect((await answer.json()).totalCount).toBe(count)
  })

  test.each(READERS)('$person reads of the history of $id what the table says', async (one) => {
    const { person, id } = one
    const [transactions, events] = await Promise.all([
      ask(
        person,
        `v1/data/history/production/transactions/${id}?effectFormat=mendoza&includeIdentifiedDocumentsOnly=true`,
      ),
      ask(person, `v1/data/history/production/events/documents/${id}`),
    ])
    if (!hasHistory(person)) {
      expect([transactions.status, events.status]).toEqual([403, 403])
      return
    }
    const said = await transactions.text()
    const seen = seenBy(person, id)
    const told = (await events.json()).events[id].length > 0
    expect(told).toBe(seen !== 'hidden')
    if (seen === 'hidden') {
      expect(said).toBe('')
      return
    }
    const line = JSON.parse(said)
    expect(line.documentIDs).toEqual([id])
    const [document] = Object.values(line.mutations[0])
    expect(classified(document, id)).toBe(seen)
    if (seen === 'part') expect(said).not.toMatch(/Secret (note|verifier|second|approver)/)
  })

  test('of a transaction others are told only the documents that they see', async () => {
    const answer = await ask('editorOfA', 'v1/data/history/production/transactions/line-a')
    const { documentIDs } = JSON.parse(await answer.text())
    const visible = DOCUMENTS.map(({ _id }) => _id).filter(
      (id) => seenBy('editorOfA', id) !== 'hidden',
    )
    expect(documentIDs).toEqual(visible)
  })

  test.each(NAMES)('%s carries away what the table says', async (person) => {
    const answer = await ask(person, 'v1/data/export/production')
    const said = await answer.text()
    const documents = said.split('\n').flatMap((line) => (line ? [JSON.parse(line)] : []))
    for (const id of Object.keys(SEEN)) {
      const document = documents.find(({ _id }) => _id === id)
      expect([id, classified(document, id)]).toEqual([id, seenBy(person, id)])
    }
    if (!hasHistory(person)) expect(said).not.toContain(SECRET)
  })

  test.each(NAMES)('%s hears no tag of a change that they do not see', async (person) => {
    const stream = await ask(person, 'v1/data/live/events/production?includeDrafts=true')
    const hidden = DOCUMENTS.filter(({ _id }) => seenBy(person, _id) === 'hidden')
    const visible = DOCUMENTS.filter(({ _id }) => seenBy(person, _id) === 'whole').slice(0, 1)
    const shown = visible.length > 0 ? visible : DOCUMENTS.filter(({ _id }) => _id === 'hall')
    await writeAll(lake, hidden, `hidden-${person}`)
    await writeAll(lake, shown, `shown-${person}`)
    let said = ''
    for await (const chunk of stream.body ?? []) {
      said += new TextDecoder().decode(chunk)
      if (said.includes(`shown-${person}`)) break
    }
    expect(said).not.toContain(`id: hidden-${person}`)
    for (const { _id } of [...hidden, ...shown]) {
      const current = await ask('administratorOfAll', `v1/data/doc/production/${_id}`)
      stored.set(_id, (await current.json()).documents[0])
    }
  })

  const HOUSE = Object.keys(ROUTES).filter((route) => ROUTES[route] === 'house')
  const addressOf = (route: string) =>
    `v1/${route.replace('GET ', '').replace(':project', 'waymark').replace(':dataset', 'production')}`

  test.each(HOUSE)('%s tells of no document, and strangers nothing', async (route) => {
    for (const person of NAMES) {
      const answer = await ask(person, addressOf(route))
      expect(answer.status).toBeLessThan(500)
      expect(await answer.text()).not.toContain(SECRET)
    }
    expect((await ask(undefined, addressOf(route))).status).toBe(401)
  })

  test('whoever has not said who they are is nobody, and learns of nobody', async () => {
    for (const path of ['users/me', 'users/editorOfA', 'users/me/keyvalue/a']) {
      expect((await ask('anonymous', `v1/${path}`)).status).toBe(401)
      expect((await ask('operatorOfA', `v1/${path}`)).status).toBe(path.endsWith('A') ? 404 : 200)
    }
  })

  test.each(NAMES)('audit and backup are for %s only if they administer all', async (person) => {
    for (const path of ['v1/audit/production', 'v1/backup/production']) {
      const answer = await ask(person, path)
      expect(answer.status).toBe(person === 'administratorOfAll' ? 200 : 403)
      await answer.arrayBuffer()
    }
  })

  test.each(NAMES)('the log as a whole is for %s only if they see everything', async (person) => {
    const answer = await ask(person, 'v1/data/history/production/transactions')
    expect(answer.status).toBe(person.endsWith('OfAll') ? 200 : 403)
    await answer.text()
  })

  test.each(NAMES)('%s hears of each document what the table says', async (person) => {
    const heard = new Map<string, { said: string; result: unknown }>()
    const stream = await ask(
      person,
      `v1/data/listen/production?${query('*')}&includeResult=true&includePreviousRevision=true&effectFormat=mendoza&includeAllVersions=true`,
    )
    // Written as it was: with a new revision only.
    await writeAll(lake, DOCUMENTS, `again-${person}`)
    await writeAll(lake, DOCUMENTS.slice(0, 1), `last-${person}`)
    for await (const { said, data } of eventsOf(stream)) {
      if (data.transactionId === `last-${person}`) break
      expect(data.identity).toBe(hasHistory(person) ? 'administratorOfAll' : '')
      heard.set(data.documentId, { said, result: data.result })
    }
    for (const id of Object.keys(SEEN)) {
      const current = await ask('administratorOfAll', `v1/data/doc/production/${id}`)
      stored.set(id, (await current.json()).documents[0])
      const { said = '', result } = heard.get(id) ?? {}
      // The stored one has another revision by now.
      const revision = { _rev: `again-${person}` }
      const compared = isRecord(result) ? { ...result, ...revisionOf(stored.get(id)) } : undefined
      if (isRecord(result)) expect(result).toMatchObject(revision)
      const seen = seenBy(person, id)
      expect([id, classified(compared, id)]).toEqual([id, seen])
      if (seen === 'part') {
        expect(said).not.toMatch(/Secret (note|verifier|second|approver)/)
        if (!hasHistory(person)) expect(said).not.toContain(SECRET)
      }
    }
  })
})

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function revisionOf(document: unknown) {
  return isRecord(document) ? { _rev: document['_rev'] } : {}
}

/** Mutation events of a stream, in order. */
async function* eventsOf(stream: Response) {
  const decoder = new TextDecoder()
  let waiting = ''
  for await (const chunk of stream.body ?? []) {
    waiting += decoder.decode(chunk, { stream: true })
    const parts = waiting.split('\n\n')
    waiting = parts.pop() ?? ''
    for (const part of parts) {
      const said = /^event: mutation\n[\s\S]*data: (.*)$/m.exec(part)?.[1]
      if (said !== undefined) yield { said, data: JSON.parse(said) }
    }
  }
}
