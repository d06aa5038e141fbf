import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { LIMITS } from '../../../content/lake/limits.ts'
import { CLOSING } from '../../../content/lake/socket-guest.ts'
import { endOf, type LakeWithSockets, messagesOf, startWithSockets } from './socket-fixtures.ts'

const ROUND_MS = 15_000

describe('whoever is behind a socket', () => {
  let under: LakeWithSockets
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] })
    under = await startWithSockets()
  })
  afterEach(async () => {
    vi.useRealTimers()
    await under.close()
  })

  /** A socket on which the lake has answered, so that it knows who it is. */
  async function enter(user: string, options = {}) {
    const socket = under.open('/lake/v1/socket/production', user, options)
    const heard = messagesOf(socket)
    await once(socket, 'open')
    socket.send(JSON.stringify({ jsonrpc: '2.0', id: '1', method: 'presence_subscribe' }))
    await heard.first(({ id }) => id === '1')
    return socket
  }

  test('is let go when the session is revoked, and not before', async () => {
    const socket = await enter('ada')
    const end = endOf(socket)
    const ping = once(socket, 'ping')
    await vi.advanceTimersByTimeAsync(ROUND_MS)
    await ping
    expect(socket.readyState).toBe(socket.OPEN)
    under.users.delete('ada')
    await vi.advanceTimersByTimeAsync(ROUND_MS)
    expect(await end).toBe(CLOSING.unauthorized)
  })

  test('is let go when the session is revoked where anybody may read, too', async () => {
    const socket = await enter('ada')
    const end = endOf(socket)
    under.users.delete('ada')
    under.users.add('anybody')
    await vi.advanceTimersByTimeAsync(ROUND_MS)
    expect(await end).toBe(CLOSING.unauthorized)
  })

  test('is let go where they do not say in time who they are', async () => {
    const socket = await enter('nobody')
    const end = endOf(socket)
    await vi.advanceTimersByTimeAsync(LIMITS.strangerSeconds * 1000)
    expect(await end).toBe(CLOSING.unauthorized)
  })

  test('is given up where no sign of life comes', async () => {
    const socket = await enter('ada', { autoPong: false })
    const end = endOf(socket)
    const ping = once(socket, 'ping')
    await vi.advanceTimersByTimeAsync(ROUND_MS)
    await ping
    await vi.advanceTimersByTimeAsync(ROUND_MS)
    // Cut, without a word.
    expect(await end).toBe(1006)
  })

  test('is let go where a socket of streams carries none', async () => {
    const socket = under.open('/lake/v1/streams/production', 'ada')
    await once(socket, 'open')
    const end = endOf(socket)
    for (let round = 0; round < 3; round++) {
      const pong = new Promise((resolve) => socket.once('ping', () => setImmediate(resolve)))
      await vi.advanceTimersByTimeAsync(ROUND_MS)
      await pong
    }
    expect(await end).toBe(CLOSING.goodbye)
  })
})
