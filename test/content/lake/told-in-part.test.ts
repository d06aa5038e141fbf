import { applyPatch } from 'mendoza'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createLake, type Lake } from '../../../content/lake/create-lake.ts'
import { almighty } from '../../../content/lake/rights.ts'
import { OUTSIDERS } from './audience.ts'

interface Told {
  transactionId: string
  documentId: string
  [detail: string]: unknown
}

describe('somebody who sees a part', () => {
  let lake: Lake
  let audience = OUTSIDERS
  beforeEach(() => {
    audience = OUTSIDERS
    lake = createLake({
      dataFolder: ':memory:',
      project: 'waymark',
      dataset: 'production',
      publicUrl: 'http://lake.test/lake',
      authorize: async ({ token }) =>
        token === 'all' ? almighty('all') : { ...almighty('outsider'), audience },
    })
  })
  afterEach(() => lake.stop())

  const request = (path: string, init: RequestInit = {}) =>
    lake.fetch(new Request(`http://lake.test/lake/v1/data/${path}`, init))
  const write = async (transactionId: string, ...documents: Record<string, unknown>[]) => {
    const answer = await request('mutate/production', {
      method: 'POST',
      headers: { authorization: 'Bearer all' },
      body: JSON.stringify({
        transactionId,
        mutations: documents.map((one) => ({ createOrReplace: { _type: 'place', ...one } })),
      }),
    })
    expect(answer.status).toBe(200)
  }
  const listen = async (lastEventId?: string) => {
    const wants = 'includeResult=true&includePreviousRevision=true&effectFormat=mendoza'
    const headers: Record<string, string> = lastEventId ? { 'last-event-id': lastEventId } : {}
    return request(`listen/production?query=*&${wants}`, { headers })
  }
  /** What was told up to a transaction, that of the mark. */
  const told = async (stream: Response): Promise<Told[]> => {
    await write('mark', { _id: 'mark' })
    const decoder = new TextDecoder()
    const events: Told[] = []
    let waiting = ''
    for await (const chunk of stream.body ?? []) {
      waiting += decoder.decode(chunk, { stream: true })
      const parts = waiting.split('\n\n')
      waiting = parts.pop() ?? ''
      for (const part of parts) {
        const data = /^event: mutation\n[\s\S]*data: (.*)$/m.exec(part)?.[1]
        if (data === undefined) continue
        const event: Told = JSON.parse(data)
        if (event.transactionId === 'mark') return events
        events.push(event)
      }
    }
    return events
  }

  test('is told of a document that goes out of sight as of one that is gone', async () => {
    await write('one', { _id: 'a', title: 'Hall' })
    const stream = await listen()
    await write('two', { _id: 'a', title: 'Hall', hidden: true })
    await write('three', { _id: 'a', title: 'Other hall', hidden: true })
    await write('four', { _id: 'a', title: 'New hall', inner: 'x' })
    const [gone, back, ...rest] = await told(stream)
    expect(rest).toEqual([])
    expect(gone).toMatchObject({ transition: 'disappear', mutations: [{ delete: { id: 'a' } }] })
    expect(gone).toMatchObject({ effects: { apply: [0, null] }, transactionId: 'two' })
    expect(gone).not.toHaveProperty('result')
    expect(gone).toMatchObject({ resultRev: 'two' })
    expect(back).toMatchObject({ transition: 'appear', transactionId: 'four', previous: null })
    expect(back).not.toHaveProperty('previousRev')
    expect(back).toMatchObject({ mutations: [{ create: { _id: 'a', title: 'New hall' } }] })
    expect(JSON.stringify([gone, back])).not.toMatch(/Other|inner/)
  })

  test('is told of a change only its seen part, and patches that fit that', async () => {
    await write('one', { _id: 'a', title: 'Hall', inner: 'old secret' })
    const stream = await listen()
    await write('two', { _id: 'a', title: 'Great hall', inner: 'new secret' })
    const [event] = await told(stream)
    expect(JSON.stringify(event)).not.toContain('secret')
    const { effects, previous, result, mutations }: Partial<Told> = event ?? {}
    expect(mutations).toEqual([{ createOrReplace: result }])
    const withoutRevision = (one: unknown) =>
      JSON.parse(JSON.stringify({ ...Object(one), _rev: undefined }))
    const patch = JSON.parse(JSON.stringify(effects)).apply
    expect(applyPatch(withoutRevision(previous), patch)).toEqual(withoutRevision(result))
  })

  test('is not told how many other documents a transaction changed', async () => {
    const stream = await listen()
    await write('one', { _id: 'x', hidden: true }, { _id: 'a' }, { _id: 'y', hidden: true })
    const events = await told(stream)
    expect(events).toMatchObject([
      { documentId: 'a', transactionTotalEvents: 1, transactionCurrentEvent: 1 },
    ])
  })

  test('has to begin anew once they see something else', async () => {
    vi.useFakeTimers({ toFake: ['setInterval'] })
    try {
      const stream = await listen()
      audience = { ...OUTSIDERS, key: 'others' }
      await vi.advanceTimersByTimeAsync(20_000)
      expect(await stream.text()).toContain('event: welcome')
    } finally {
      vi.useRealTimers()
    }
  })

  test('gets of what was missed the same', async () => {
    await write('one', { _id: 'a' })
    await write('two', { _id: 'x', hidden: true }, { _id: 'b', inner: 'secret' })
    const events = await told(await listen('one#a'))
    expect(events.map(({ documentId }) => documentId)).toEqual(['b'])
    expect(JSON.stringify(events)).not.toContain('secret')
  })

  test('reads full pages of a history, whatever lies between', async () => {
    await write('t1', { _id: 'a', n: 1 })
    for (const n of [2, 3, 4]) await write(`t${n}`, { _id: 'a', n, hidden: true })
    await write('t5', { _id: 'a', n: 5, inner: 'x' })
    await write('t6', { _id: 'a', n: 6 })
    const pages = async (more: string) => {
      const answer = await request(`history/production/transactions/a?limit=2&${more}`)
      const lines = (await answer.text()).split('\n').filter((line) => line !== '')
      return lines.map((line) => JSON.parse(line).id)
    }
    expect(await pages('')).toEqual(['t1', 't2'])
    expect(await pages('fromTransaction=t2')).toEqual(['t2', 't5'])
    expect(await pages('fromTransaction=t3')).toEqual(['t5', 't6'])
    expect(await pages('toTransaction=t4&reverse=true')).toEqual(['t2', 't1'])
  })

  test('reads the events of a document as those of what they see', async () => {
    await write('t1', { _id: 'a', hidden: true })
    await write('t2', { _id: 'a', n: 2, hidden: true })
    await write('t3', { _id: 'a', n: 3 })
    await write('t4', { _id: 'a', n: 4, inner: 'x' })
    const page = async (more: string) =>
      (await request(`history/production/events/documents/a?limit=2${more}`)).json()
    const { events, nextCursor } = await page('')
    expect(events.a).toMatchObject([
      { type: 'updateLiveDocument', revisionId: 't4' },
      { type: 'createLiveDocument', revisionId: 't3' },
    ])
    expect(await page(`&nextCursor=${nextCursor}`)).toEqual({ events: { a: [] }, nextCursor: '' })
  })
})
