import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import { createClient, type ListenEvent, type LiveEvent, type SanityClient } from '@sanity/client'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocketServer } from 'ws'
import { createLake, type Lake } from '../../content/lake/create-lake.ts'
import { almighty } from '../../content/lake/rights.ts'
import { createStreamFetch } from '../../studio/stream-socket.ts'

type Heard = ListenEvent<Record<string, unknown>> | LiveEvent

/** What the client gives for a stream of either kind. */
interface Events {
  subscribe(hear: { next(event: Heard): void; error(reason: unknown): void }): {
    unsubscribe(): void
  }
}

describe('event streams of the Studio', () => {
  let server: Server
  let lake: Lake
  let origin: string
  let client: SanityClient
  let streamFetch: ReturnType<typeof createStreamFetch>
  const overHttp: string[] = []
  const connections = new Set<Duplex>()
  const stops: (() => void)[] = []
  let nowMs = 0
  let isSocketOffered = true

  beforeEach(async () => {
    nowMs = 0
    isSocketOffered = true
    overHttp.length = 0
    server = createServer()
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    if (typeof address !== 'object' || !address) throw new Error('The server has no address')
    origin = `http://127.0.0.1:${address.port}`
    lake = createLake({
      dataFolder: ':memory:',
      project: 'waymark',
      dataset: 'production',
      publicUrl: `${origin}/lake`,
      authorize: async ({ token }) =>
        token === 'secret' ? almighty('ada') : { refused: 'unauthenticated', message: 'Who?' },
    })
    const listener = getRequestListener(lake.fetch)
    server.on('request', (request, response) => {
      overHttp.push(request.url ?? '')
      void listener(request, response)
    })
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      if (!isSocketOffered) return void socket.end('HTTP/1.1 404 Not Found\r\n\r\n')
      connections.add(socket)
      socket.once('close', () => connections.delete(socket))
      lake.upgrade(request, socket, head)
    })
    streamFetch = createStreamFetch({
      apiHost: `${origin}/lake`,
      dataset: 'production',
      clock: () => nowMs,
    })
    client = clientWith('secret')
  })
  afterEach(async () => {
    for (const stop of stops.splice(0)) stop()
    await lake.stop()
    server.close()
    server.closeAllConnections()
  })

  function clientWith(token: string): SanityClient {
    return createClient({
      apiHost: `${origin}/lake`,
      useProjectHostname: false,
      projectId: 'waymark',
      dataset: 'production',
      apiVersion: '2025-02-19',
      useCdn: false,
      perspective: 'raw',
      token,
      resolveFetch: () => streamFetch,
    })
  }

  /** Hears a stream, and lets a test wait for it. */
  function hear(stream: Events) {
    const heard: Heard[] = []
    const looks = new Set<() => void>()
    const failure = Promise.withResolvers<unknown>()
    const next = (event: Heard) => {
      heard.push(event)
      for (const look of looks) look()
    }
    const subscription = stream.subscribe({ next, error: failure.resolve })
    stops.push(() => subscription.unsubscribe())
    return {
      heard,
      failure: failure.promise,
      stop: () => subscription.unsubscribe(),
      has: (type: Heard['type'], count = 1) =>
        new Promise<void>((resolve) => {
          const look = () => {
            if (heard.filter((event) => event.type === type).length < count) return
            looks.delete(look)
            resolve()
          }
          looks.add(look)
          look()
        }),
    }
  }
  const listen = (query = '*', by = client) =>
    hear(
      by.listen(
        query,
        {},
        { enableResume: true, events: ['welcome', 'welcomeback', 'reconnect', 'mutation'] },
      ),
    )
  const make = (id: string) => client.create({ _id: id, _type: 'place' })
  const streamsOverHttp = () => overHttp.filter((url) => /\/data\/(listen|live)\//.test(url))

  test('all go over one socket, everything else over HTTP', async () => {
    const listeners = Array.from({ length: 12 }, (_, n) => listen(`*[_id != "${n}"]`))
    const live = hear(client.live.events({ includeDrafts: true }))
    await Promise.all([...listeners, live].map(({ has }) => has('welcome')))
    await make('a')
    await Promise.all(listeners.map(({ has }) => has('mutation')))
    await live.has('message')
    expect(connections.size).toBe(1)
    expect(streamsOverHttp()).toEqual([])
    expect(overHttp).toHaveLength(1)
  })

  test('come back after a lost connection and miss nothing', async () => {
    const listener = listen()
    await listener.has('welcome')
    await make('a')
    await listener.has('mutation')
    for (const connection of connections) connection.destroy()
    await listener.has('reconnect')
    await make('b')
    await make('c')
    await listener.has('mutation', 3)
    expect(listener.heard.map(({ type }) => type)).toEqual([
      'welcome',
      'mutation',
      'reconnect',
      'welcomeback',
      'mutation',
      'mutation',
    ])
    expect(streamsOverHttp()).toEqual([])
  })

  test('end alone: the others go on', async () => {
    const [left, stays] = [listen(), listen('*[_type == "place"]')]
    await left.has('welcome')
    await stays.has('welcome')
    left.stop()
    await make('a')
    await stays.has('mutation')
    expect(left.heard).toHaveLength(1)
    expect(connections.size).toBe(1)
  })

  test('fail as they do over HTTP', async () => {
    const stranger = listen('*', clientWith('wrong'))
    expect(await stranger.failure).toMatchObject({ name: 'ConnectionFailedError', status: 401 })
    const broken = listen('*[_type == ')
    expect(await broken.failure).toMatchObject({ name: 'ChannelError' })
    expect(streamsOverHttp()).toEqual([])
  })

  test('go over HTTP where there is no socket to be had, and try again later', async () => {
    isSocketOffered = false
    const first = listen()
    await first.has('welcome')
    await make('a')
    await first.has('mutation')
    isSocketOffered = true
    const second = listen('*[_id != "x"]')
    await second.has('welcome')
    expect(streamsOverHttp()).toHaveLength(2)
    nowMs += 60_000
    const third = listen('*[_id != "y"]')
    await third.has('welcome')
    expect(streamsOverHttp()).toHaveLength(2)
    expect(connections.size).toBe(1)
  })

  test('wait for a server that is away, and go over one socket when it is back', async () => {
    const away = 'http://127.0.0.1:9'
    let isAway = true
    let tries = 0
    const backAgain = createStreamFetch({
      apiHost: `${origin}/lake`,
      dataset: 'production',
      clock: () => nowMs,
      openSocket: (url) => new WebSocket(isAway ? away.replace('http', 'ws') : url),
      fetch: (input, init) => {
        tries += 1
        return fetch(isAway ? away : input, init)
      },
    })
    const address = `${origin}/lake/v1/data/listen/production?query=*`
    const headers = { authorization: 'Bearer secret' }
    await expect(backAgain(address, { headers })).rejects.toThrow(TypeError)
    expect(tries).toBe(1)
    isAway = false
    const stream = await backAgain(address, { headers })
    expect(stream.status).toBe(200)
    await stream.body?.cancel()
    expect(streamsOverHttp()).toEqual([])
    expect(connections.size).toBe(1)
  })

  test('go over a socket of a server that was still starting when the first was refused', async () => {
    let tries = 0
    streamFetch = createStreamFetch({
      apiHost: `${origin}/lake`,
      dataset: 'production',
      openSocket(url) {
        isSocketOffered = tries++ > 0
        return new WebSocket(url)
      },
    })
    await hear(clientWith('secret').listen('*', {}, { events: ['welcome'] })).has('welcome')
    expect(streamsOverHttp()).toEqual([])
  })

  test('go over HTTP where a browser does not run out of connections', async () => {
    streamFetch = createStreamFetch({
      apiHost: `${origin}/lake`,
      dataset: 'production',
      isNeeded: () => false,
    })
    const listener = listen('*', clientWith('secret'))
    await listener.has('welcome')
    expect(streamsOverHttp()).toHaveLength(1)
    expect(connections.size).toBe(0)
  })

  test('are broken by an answer that is none', async () => {
    const talk = Promise.withResolvers<Duplex>()
    server.removeAllListeners('upgrade')
    const nonsense = new WebSocketServer({ noServer: true })
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      nonsense.handleUpgrade(request, socket, head, (open) => {
        open.send('{"kind":"head","id":0,"status":"good"}')
        talk.resolve(socket)
      })
    })
    const listener = listen()
    await talk.promise
    await listener.has('reconnect')
    await listener.has('welcome')
    expect(streamsOverHttp()).toHaveLength(1)
  })
})
