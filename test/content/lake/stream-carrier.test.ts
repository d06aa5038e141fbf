import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { LIMITS } from '../../../content/lake/limits.ts'
import { CLOSING } from '../../../content/lake/socket-guest.ts'
import { endOf, type LakeWithSockets, messagesOf, startWithSockets } from './socket-fixtures.ts'

const ADDRESS = '/lake/v1/streams/production'
const LISTEN = '/lake/v2025-02-19/data/listen/production?query=*'

describe('a socket of streams', () => {
  let under: LakeWithSockets
  beforeEach(async () => {
    under = await startWithSockets()
  })
  afterEach(() => under.close())

  async function open(user?: string) {
    const socket = under.open(ADDRESS, user)
    const heard = messagesOf(socket)
    await once(socket, 'open')
    const say = (message: unknown) => socket.send(JSON.stringify(message))
    const answer = (id: number, kind: string, text = '') =>
      heard.first(
        (message) =>
          message['id'] === id &&
          message['kind'] === kind &&
          String(message['text'] ?? '').includes(text),
      )
    return { socket, say, answer, messages: heard.messages }
  }
  const write = (id: string) =>
    fetch(`${under.origin}/lake/v1/data/mutate/production`, {
      method: 'POST',
      body: JSON.stringify({ mutations: [{ create: { _id: id, _type: 'place' } }] }),
      headers: { authorization: 'Bearer ada' },
    })

  test('carries several, each as its endpoint answers', async () => {
    const { say, answer } = await open('ada')
    say({ kind: 'open', id: 1, path: LISTEN })
    say({ kind: 'open', id: 2, path: '/lake/v1/data/live/events/production' })
    expect(await answer(1, 'head')).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/event-stream; charset=utf-8' },
    })
    await answer(1, 'chunk', 'event: welcome')
    await answer(2, 'chunk', 'event: welcome')
    await write('a')
    await answer(1, 'chunk', '"documentId":"a"')
    await answer(2, 'chunk', 'event: message')
  })

  test('knows the sender by cookie or by a token for each stream', async () => {
    const { say, answer } = await open()
    say({ kind: 'open', id: 1, path: LISTEN })
    expect(await answer(1, 'head')).toMatchObject({ status: 401 })
    await answer(1, 'end')
    say({ kind: 'open', id: 2, path: LISTEN, authorization: 'Bearer bo' })
    expect(await answer(2, 'head')).toMatchObject({ status: 200 })
  })

  test('goes on after the last event that a stream had', async () => {
    await write('a')
    await write('b')
    const { say, answer } = await open('ada')
    say({ kind: 'open', id: 1, path: LISTEN })
    const welcome = await answer(1, 'chunk', 'event: welcome')
    const lastEventId = /id: (.*)/.exec(String(welcome['text']))?.[1]
    await write('c')
    await answer(1, 'chunk', '"documentId":"c"')
    say({ kind: 'open', id: 2, path: LISTEN, lastEventId })
    expect(await answer(2, 'chunk', 'event: mutation')).toMatchObject({
      text: expect.stringContaining('"documentId":"c"'),
    })
  })

  test('tells nothing more of a stream that is closed', async () => {
    const { say, answer, messages } = await open('ada')
    say({ kind: 'open', id: 1, path: LISTEN })
    say({ kind: 'open', id: 2, path: LISTEN })
    await answer(1, 'chunk', 'event: welcome')
    await answer(2, 'chunk', 'event: welcome')
    say({ kind: 'close', id: 1 })
    say({ kind: 'open', id: 3, path: LISTEN })
    await answer(3, 'chunk', 'event: welcome')
    await write('a')
    await answer(2, 'chunk', '"documentId":"a"')
    await answer(3, 'chunk', '"documentId":"a"')
    const told = messages.filter(({ id, text }) => id === 1 && String(text).includes('mutation'))
    expect(told).toEqual([])
  })

  test('carries so many at once', async () => {
    const { say, answer } = await open('ada')
    for (let id = 0; id <= LIMITS.streamsPerSocket; id++) say({ kind: 'open', id, path: LISTEN })
    expect(await answer(LIMITS.streamsPerSocket - 1, 'head')).toMatchObject({ status: 200 })
    expect(await answer(LIMITS.streamsPerSocket, 'head')).toMatchObject({ status: 429 })
  })

  test.each([
    '{',
    JSON.stringify({ kind: 'fetch', id: 1 }),
    JSON.stringify({ kind: 'open', id: 1, path: LISTEN, method: 'PUT' }),
    ...[
      '/lake/v1/data/query/production?query=*',
      '/lake/v1/data/listen/production/../../query/production',
      'https://elsewhere.test/lake/v1/data/listen/production',
      '//elsewhere.test/lake/v1/data/listen/production',
      '/console',
    ].map((path) => JSON.stringify({ kind: 'open', id: 1, path })),
  ])('is closed to who sends %s', async (text) => {
    const { socket } = await open('ada')
    socket.send(text)
    expect(await endOf(socket)).toBe(CLOSING.misbehaved)
  })

  test('is closed to who gives two streams one number', async () => {
    const { socket, say } = await open('ada')
    say({ kind: 'open', id: 1, path: LISTEN })
    say({ kind: 'open', id: 1, path: LISTEN })
    expect(await endOf(socket)).toBe(CLOSING.misbehaved)
  })

  test('is not for pages of other origins', async () => {
    const foreign = under.open(ADDRESS, 'ada', { origin: 'https://elsewhere.test' })
    expect(await endOf(foreign)).toBe(403)
  })
})
