import type { ListenEvent, ResumableListenOptions, SanityClient } from '@sanity/client'
import { applyPatch } from 'mendoza'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { inProcess, type LakeUnderTest, overHttp } from './transports.ts'

type Heard = ListenEvent<Record<string, unknown>>
type Options = Partial<ResumableListenOptions>

/** Listens, and lets a test wait for what it hears. */
function hear(client: SanityClient, query: string, options: Options = {}, params = {}) {
  const heard: Heard[] = []
  const waiting = new Set<() => void>()
  const failure = Promise.withResolvers<unknown>()
  const subscription = client
    .listen(query, params, {
      events: ['welcome', 'mutation', 'reconnect', 'welcomeback', 'reset'],
      enableResume: true,
      ...options,
    })
    .subscribe({
      next(event) {
        heard.push(event)
        for (const look of waiting) look()
      },
      error: failure.resolve,
    })
  return {
    heard,
    failure: failure.promise,
    stop: () => subscription.unsubscribe(),
    mutations: () => heard.filter((event) => event.type === 'mutation'),
    /** Resolves as soon as the condition holds. */
    until(condition: () => boolean) {
      return new Promise<void>((resolve) => {
        const look = () => {
          if (!condition()) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      })
    },
    has(type: Heard['type'], count = 1) {
      return this.until(() => heard.filter((event) => event.type === type).length >= count)
    },
  }
}

/** What patches count on: a document without its `_rev`, null where there is none. */
function withoutRevision(document: Record<string, unknown> | null | undefined) {
  if (!document) return null
  const { _rev, ...rest } = document
  return rest
}

describe.each([
  ['over HTTP', overHttp],
  ['in process', inProcess],
])('a listener %s', (_, start) => {
  let under: LakeUnderTest
  const stops: (() => void)[] = []
  beforeEach(async () => {
    under = await start()
  })
  afterEach(async () => {
    for (const stop of stops.splice(0)) stop()
    await under.close()
  })
  const listen = (query: string, options?: Options, params?: Record<string, unknown>) => {
    const listener = hear(under.client, query, options, params)
    stops.push(listener.stop)
    return listener
  }
  const make = (id: string, attributes: Record<string, unknown> = {}) =>
    under.client.create({ _id: id, _type: 'place', ...attributes })

  test('is welcomed, then told of each change with the document as it is', async () => {
    const listener = listen('*[_type == "place"]')
    await listener.has('welcome')
    const { _rev } = await make('a', { n: 1 })
    await listener.has('mutation')
    expect(listener.heard.map(({ type }) => type)).toEqual(['welcome', 'mutation'])
    expect(listener.mutations()).toMatchObject([
      {
        documentId: 'a',
        transition: 'appear',
        resultRev: _rev,
        transactionId: _rev,
        result: { _id: 'a', n: 1 },
        mutations: [{ create: { _id: 'a', n: 1 } }],
      },
    ])
  })

  test('hears documents appear, change and disappear by its own query', async () => {
    const listener = listen('*[_type == "place" && n > $least]', {}, { least: 1 })
    await listener.has('welcome')
    await make('a', { n: 1 })
    const { _rev } = await under.client.patch('a').set({ n: 2 }).commit()
    await under.client.patch('a').set({ n: 3 }).commit()
    await under.client.patch('a').set({ n: 0 }).commit()
    await make('b', { n: 5 })
    await under.client.delete('b')
    await listener.has('mutation', 5)
    expect(listener.mutations().map((event) => 'transition' in event && event.transition)).toEqual([
      'appear',
      'update',
      'disappear',
      'appear',
      'disappear',
    ])
    expect(listener.mutations()[1]).toMatchObject({ previousRev: _rev })
    const [, , , , gone] = listener.mutations()
    expect(gone).not.toHaveProperty('result')
    expect(gone).toMatchObject({ resultRev: gone?.transactionId })
  })

  test('hears what a text search or a place on the map would find', async () => {
    const search = listen('*[[name, words] match text::query($q)]', {}, { q: 'gate* -closed' })
    const near = listen('*[geo::distance(spot, geo::latLng(0, 0)) < 1000]')
    await Promise.all([search.has('welcome'), near.has('welcome')])
    await make('a', { name: 'Gates of the station' })
    await make('b', { name: 'Gate', words: 'closed' })
    await make('c', { spot: { lat: 0.001, lng: 0 } })
    await under.client.patch('b').set({ words: 'open' }).commit()
    await make('d', { name: 'gate four', spot: { lat: 1, lng: 0 } })
    await Promise.all([search.has('mutation', 3), near.has('mutation')])
    expect(search.mutations().map(({ documentId }) => documentId)).toEqual(['a', 'b', 'd'])
    expect(near.mutations().map(({ documentId }) => documentId)).toEqual(['c'])
  })

  test('gets only what it asks for', async () => {
    const bare = listen('*', { includeResult: false, includeMutations: false })
    const full = listen('*', { includePreviousRevision: true, effectFormat: 'mendoza' })
    await bare.has('welcome')
    await full.has('welcome')
    await make('a', { n: 1 })
    await under.client.patch('a').set({ n: 2 }).commit()
    await bare.has('mutation', 2)
    await full.has('mutation', 2)
    for (const event of bare.mutations()) {
      expect(event).not.toHaveProperty('result')
      expect(event).not.toHaveProperty('mutations')
    }
    expect(full.mutations()[1]).toMatchObject({
      previous: { n: 1 },
      result: { n: 2 },
      mutations: [{ patch: { id: 'a', set: { n: 2 } } }],
    })
  })

  test('is told what a change did to the document, forward and back', async () => {
    const listener = listen('*', { includePreviousRevision: true, effectFormat: 'mendoza' })
    await listener.has('welcome')
    await make('a', { about: 'Ask at the counter of the hall' })
    await under.client.patch('a').set({ about: 'Ask at the desk of the hall' }).commit()
    await under.client.delete('a')
    await listener.has('mutation', 3)
    for (const event of listener.mutations()) {
      if (!('effects' in event) || !event.effects) throw new Error('The event has no effects')
      const { previous, result, effects } = event
      expect(applyPatch(withoutRevision(previous), effects.apply)).toEqual(withoutRevision(result))
      expect(applyPatch(withoutRevision(result), effects.revert)).toEqual(withoutRevision(previous))
    }
    expect(listener.mutations()[1]).toMatchObject({
      effects: { apply: expect.arrayContaining([22, 'desk']) },
    })
    expect(listener.mutations()[2]).toMatchObject({ effects: { apply: [0, null] } })
  })

  test('hears one event for each document of a transaction, numbered', async () => {
    const listener = listen('*')
    await listener.has('welcome')
    await under.client
      .transaction()
      .create({ _id: 'a', _type: 'place' })
      .create({ _id: 'b', _type: 'place' })
      .patch('a', (patch) => patch.set({ n: 1 }))
      .commit()
    await listener.has('mutation', 2)
    expect(listener.mutations()).toMatchObject([
      { documentId: 'a', transactionCurrentEvent: 1, transactionTotalEvents: 2 },
      { documentId: 'b', transactionCurrentEvent: 2, transactionTotalEvents: 2 },
    ])
    expect(listener.mutations()[0]).toHaveProperty('mutations.length', 2)
  })

  test('comes back after a lost connection and misses nothing', async () => {
    const listener = listen('*')
    await listener.has('welcome')
    await make('a')
    await listener.has('mutation')
    under.dropConnections()
    await listener.has('reconnect')
    await make('b')
    await under.client.patch('a').set({ n: 1 }).commit()
    await listener.has('mutation', 3)
    await make('c')
    await listener.has('mutation', 4)
    expect(listener.heard.map(({ type }) => type)).toEqual([
      'welcome',
      'mutation',
      'reconnect',
      'welcomeback',
      'mutation',
      'mutation',
      'mutation',
    ])
    expect(listener.mutations()).toMatchObject([
      { documentId: 'a', transition: 'appear' },
      { documentId: 'b', transition: 'appear' },
      { documentId: 'a', transition: 'update', result: { n: 1 } },
      { documentId: 'c' },
    ])
  })

  test('that lost its connection before any change misses nothing either', async () => {
    const listener = listen('*')
    await listener.has('welcome')
    under.dropConnections()
    await listener.has('reconnect')
    await make('a')
    await listener.has('mutation')
    expect(listener.mutations()).toMatchObject([{ documentId: 'a' }])
  })

  test('goes on in the middle of a transaction', async () => {
    await under.client
      .transaction()
      .create({ _id: 'a', _type: 'place' })
      .create({ _id: 'b', _type: 'place' })
      .transactionId('both')
      .commit()
    const events = await replay('both#a')
    expect(events).toContain('event: welcomeback')
    expect(events).not.toContain('"documentId":"a"')
    expect(events).toContain('"documentId":"b"')
  })

  test('is told to start anew where the log does not know its place', async () => {
    for (const place of ['unknown#a', 'no place at all']) {
      const events = await replay(place)
      expect(events).toContain('event: welcome\n')
      expect(events).toContain('event: reset\n')
    }
  })

  test('with a broken query gets an error that shows the place', async () => {
    const listener = listen('*[_type == ')
    expect(await listener.failure).toMatchObject({
      name: 'ChannelError',
      message: expect.stringContaining('GROQ query parse error'),
    })
  })

  test('without a token is turned away for good', async () => {
    const listener = hear(under.clientAs('nobody'), '*')
    expect(await listener.failure).toMatchObject({ name: 'ConnectionFailedError', status: 401 })
  })

  test('is let go when the lake stops', async () => {
    const response = await under.request('/lake/v2025-02-19/data/listen/production?query=*')
    await under.lake.stop()
    expect(await response.text()).toContain('event: welcome')
  })

  /** What a listener is told at once when it comes back with an event id. */
  async function replay(lastEventId: string): Promise<string> {
    const path = '/lake/v2025-02-19/data/listen/production?query=*&enableResume=true'
    const aborter = new AbortController()
    const response = await under.request(path, {
      headers: { 'last-event-id': lastEventId },
      signal: aborter.signal,
    })
    await make('marker')
    let text = ''
    for await (const chunk of response.body ?? []) {
      text += new TextDecoder().decode(chunk)
      if (text.includes('"documentId":"marker"')) break
    }
    aborter.abort()
    await under.client.delete('marker')
    return text
  }
})
