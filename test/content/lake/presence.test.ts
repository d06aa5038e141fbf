import { once } from 'node:events'
import { createRequire } from 'node:module'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { LIMITS } from '../../../content/lake/limits.ts'
import { CLOSING } from '../../../content/lake/socket-guest.ts'
import { endOf, type LakeWithSockets, messagesOf, startWithSockets } from './socket-fixtures.ts'

const ADDRESS = '/lake/v2022-06-30/socket/production'

/** What is used of the Studio's own client of this protocol. */
interface BifurClient {
  listen(method: string): Stream
  request(method: string, params?: object): Stream
}
interface Stream {
  subscribe(next: (value: unknown) => void): { unsubscribe(): void }
}

/** Loads the very copy that the Studio uses. */
async function studioClient(url: string, token: string): Promise<BifurClient> {
  const { resolve } = createRequire(import.meta.resolve('sanity/package.json'))
  const { of }: { of(value: string): unknown } = await import(resolve('rxjs'))
  const bifur: { fromUrl(url: string, options: { token$: unknown }): BifurClient } = await import(
    resolve('@sanity/bifur-client')
  )
  return bifur.fromUrl(url, { token$: of(token) })
}

const first = (stream: Stream) =>
  new Promise<unknown>((resolve) => {
    const subscription = stream.subscribe((value) => {
      resolve(value)
      queueMicrotask(() => subscription.unsubscribe())
    })
  })

const at = (documentId: string) => ({
  type: 'document',
  documentId,
  path: ['title', { _key: 'k' }, 0],
  lastActiveAt: '2026-05-01T10:00:00.000Z',
})

describe('presence', () => {
  let under: LakeWithSockets
  beforeEach(async () => {
    under = await startWithSockets({
      bo: {
        key: 'bo',
        see: (document) => (document._type === 'secret' ? undefined : document),
      },
    })
  })
  afterEach(() => under.close())

  let requestCount = 0
  /** Somebody who speaks the protocol by hand, as a page in cookie mode does. */
  async function enter(user?: string) {
    const socket = under.open(ADDRESS, user)
    const heard = messagesOf(socket)
    await once(socket, 'open')
    const ask = async (method: string, params: object = {}) => {
      const id = `request-${requestCount++}`
      socket.send(JSON.stringify({ jsonrpc: '2.0', id, method, params }))
      return heard.first((message) => message['id'] === id)
    }
    const events = () =>
      heard.messages.flatMap(({ method, params }) =>
        method === 'presence_subscription' && typeof params === 'object' && params !== null
          ? [Reflect.get(params, 'result')]
          : [],
      )
    const hears = (type: string) =>
      heard.first(({ params }) => JSON.stringify(params)?.includes(`"type":"${type}"`) ?? false)
    return { socket, ask, events, hears }
  }

  test("reaches others by the Studio's own client, under the name that the lake knows", async () => {
    const url = `${under.origin.replace('http', 'ws')}${ADDRESS}?tag=sanity.studio`
    const ada = await studioClient(url, 'ada')
    const bo = await studioClient(url, 'bo')
    const told = first(bo.listen('presence'))
    const observer = await enter('ada')
    await observer.ask('presence_subscribe')
    // Once the rollcall is heard, its sender has subscribed as well.
    bo.request('presence_rollcall', { session: 'bos' }).subscribe(() => {})
    await observer.hears('rollCall')
    const data = { sessionId: 'adas', locations: [at('drafts.a')], i: 'bo', userId: 'bo' }
    expect(await first(ada.request('presence_announce', { data }))).toBe('ok')
    expect(await told).toEqual({
      type: 'state',
      i: 'ada',
      m: { sessionId: 'adas', locations: [at('drafts.a')] },
    })
  })

  test('knows who comes by cookie, and asks nothing more', async () => {
    const ada = await enter('ada')
    const bo = await enter('bo')
    expect(await bo.ask('presence_subscribe')).toMatchObject({ result: expect.any(String) })
    await ada.ask('presence_rollcall', { session: 'adas' })
    await bo.hears('rollCall')
    expect(bo.events()).toEqual([{ type: 'rollCall', i: 'ada', session: 'adas' }])
  })

  test('tells that somebody has left, however they leave', async () => {
    const bo = await enter('bo')
    await bo.ask('presence_subscribe')
    const polite = await enter('ada')
    await polite.ask('presence_announce', { data: { sessionId: 'one', locations: [] } })
    await polite.ask('presence_disconnect', { session: 'one' })
    const lost = await enter('ada')
    await lost.ask('presence_announce', { data: { sessionId: 'two', locations: [] } })
    lost.socket.terminate()
    await vi.waitFor(() => expect(bo.events()).toHaveLength(4))
    expect(bo.events().filter(({ type }) => type === 'disconnect')).toEqual([
      { type: 'disconnect', i: 'ada', m: { session: 'one' } },
      { type: 'disconnect', i: 'ada', m: { session: 'two' } },
    ])
  })

  test('lets nobody speak for the session of another', async () => {
    const ada = await enter('ada')
    const bo = await enter('bo')
    const data = { sessionId: 'adas', locations: [] }
    await ada.ask('presence_announce', { data })
    expect(await bo.ask('presence_announce', { data })).toMatchObject({ error: { code: -32602 } })
    await ada.ask('presence_subscribe')
    await bo.ask('presence_disconnect', { session: 'adas' })
    await bo.ask('presence_rollcall', { session: 'bos' })
    await ada.hears('rollCall')
    expect(ada.events().map(({ type }) => type)).toEqual(['rollCall'])
    // The same person from a new socket, as after a lost connection.
    const again = await enter('ada')
    expect(await again.ask('presence_announce', { data })).toMatchObject({ result: 'ok' })
  })

  test('does not tell of documents that the other may not see', async () => {
    const body = JSON.stringify({
      mutations: [
        { create: { _id: 'hidden', _type: 'secret' } },
        { create: { _id: 'shown', _type: 'place' } },
      ],
    })
    const headers = { authorization: 'Bearer ada' }
    const address = `${under.origin}/lake/v1/data/mutate/production`
    await fetch(address, { method: 'POST', body, headers })
    const [ada, bo] = [await enter('ada'), await enter('bo')]
    await bo.ask('presence_subscribe')
    const locations = [at('hidden'), at('drafts.hidden'), at('shown'), at('never-saved')]
    await ada.ask('presence_announce', { data: { sessionId: 'adas', locations } })
    await bo.hears('state')
    const [{ m }] = bo.events()
    expect(m.locations).toEqual([at('shown'), at('never-saved')])
  })

  test('ends with a subscription', async () => {
    const [ada, bo] = [await enter('ada'), await enter('bo')]
    const { result: subscriptionId } = await bo.ask('presence_subscribe')
    await bo.ask('presence_unsubscribe', { subscriptionId })
    await ada.ask('presence_rollcall', { session: 'adas' })
    await bo.ask('presence_subscribe')
    await ada.ask('presence_rollcall', { session: 'second' })
    await bo.hears('rollCall')
    expect(bo.events()).toMatchObject([{ session: 'second' }])
  })

  test('tells a stranger nothing, and takes nothing from one', async () => {
    const stranger = await enter('nobody')
    const ada = await enter('ada')
    await ada.ask('presence_subscribe')
    for (const [method, params] of [
      ['presence_subscribe', {}],
      ['presence_rollcall', { session: 's' }],
      ['authorization', { authorization: 'Bearer wrong' }],
    ] as const) {
      expect(await stranger.ask(method, params)).toMatchObject({ error: { code: 4001 } })
    }
    expect(ada.events()).toEqual([])
    const answer = await stranger.ask('authorization', { authorization: 'Bearer bo' })
    expect(answer).toMatchObject({ result: 'ok' })
    expect(await stranger.ask('presence_subscribe')).toHaveProperty('result')
  })

  test('takes nothing from somebody who may read without saying who they are', async () => {
    const [ada, anybody] = [await enter('ada'), await enter('anybody')]
    await ada.ask('presence_subscribe')
    const data = { sessionId: 'adas', locations: [at('drafts.a')] }
    for (const [method, params] of [
      ['presence_subscribe', {}],
      ['presence_announce', { data }],
      ['presence_rollcall', { session: 's' }],
    ] as const) {
      expect(await anybody.ask(method, params)).toMatchObject({ error: { code: 4001 } })
    }
    expect(ada.events()).toEqual([])
    expect(await ada.ask('presence_announce', { data })).toMatchObject({ result: 'ok' })
  })

  test.each([
    ['no JSON', '{', -32700],
    ['no id', JSON.stringify({ jsonrpc: '2.0', method: 'presence_subscribe' }), -32700],
    ['a method there is not', rpc('mutate', {}), -32601],
    [
      'locations that are none',
      rpc('presence_announce', { data: { sessionId: 's', locations: [{}] } }),
      -32602,
    ],
    ['a session without a name', rpc('presence_rollcall', { session: '' }), -32602],
    [
      'more locations than one can be at',
      rpc('presence_announce', {
        data: {
          sessionId: 's',
          locations: Array.from({ length: LIMITS.presenceLocations + 1 }, () => at('a')),
        },
      }),
      -32602,
    ],
  ])('answers %s with an error', async (_, text, code) => {
    const { socket } = await enter('ada')
    const heard = messagesOf(socket)
    socket.send(text)
    const answer = await heard.first((message) => 'error' in message)
    expect(answer).toMatchObject({ error: { code } })
  })

  test('closes a socket that sends too much, too often, or bytes', async () => {
    const large = await enter('ada')
    large.socket.send('x'.repeat(LIMITS.socketMessageBytes + 1))
    expect(await endOf(large.socket)).toBe(1009)
    const binary = await enter('ada')
    binary.socket.send(Buffer.from('{}'))
    expect(await endOf(binary.socket)).toBe(CLOSING.misbehaved)
    const often = await enter('ada')
    for (let n = 0; n < LIMITS.messageBurst * 2; n++) often.socket.send('{}')
    expect(await endOf(often.socket)).toBe(CLOSING.misbehaved)
  })

  test('is not for pages of other origins', async () => {
    const foreign = under.open(ADDRESS, 'ada', { origin: 'https://elsewhere.test' })
    expect(await endOf(foreign)).toBe(403)
  })

  test.each([
    '/lake/v1/socket/other',
    '/lake/v1/data/listen/production',
    '/lake/v1/socket',
    '/socket/production',
  ])('is not at %s', async (path) => {
    expect(await endOf(under.open(path, 'ada'))).toBe(404)
  })

  test('allows a person so many sockets', async () => {
    const sockets = Array.from({ length: LIMITS.socketsPerIdentity }, () => enter('ada'))
    for (const { ask } of await Promise.all(sockets)) await ask('presence_subscribe')
    expect(await endOf(under.open(ADDRESS, 'ada'))).toBe(CLOSING.full)
    const bo = await enter('bo')
    expect(await bo.ask('presence_subscribe')).toHaveProperty('result')
  })

  test('is open to those we know, however many strangers wait', async () => {
    const strangers = Array.from({ length: LIMITS.strangerSockets }, () => enter('nobody'))
    await Promise.all(strangers)
    expect(await endOf(under.open(ADDRESS, 'nobody'))).toBe(503)
    const ada = await enter('ada')
    expect(await ada.ask('presence_subscribe')).toHaveProperty('result')
  })

  test('ends when the lake stops', async () => {
    const { socket } = await enter('ada')
    const end = endOf(socket)
    await under.lake.stop()
    expect(await end).toBe(CLOSING.stopping)
    expect(await endOf(under.open(ADDRESS, 'ada'))).toBe(503)
  })
})

function rpc(method: string, params: object): string {
  return JSON.stringify({ jsonrpc: '2.0', id: 'x', method, params })
}
