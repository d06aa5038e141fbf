import { lost, openStreamLine, type StreamLine } from './stream-line.ts'

/** Where streams are carried, and what with. */
export interface StreamSocketOptions {
  /** Address of the lake as the client has it, such as `https://waymark.example/lake`. */
  apiHost: string
  dataset: string
  /** Whether a browser would run out of connections; default: not over HTTP/2 and later. */
  isNeeded?: () => boolean
  openSocket?: (url: string) => WebSocket
  /** Asks for all else; default: the browser's. */
  fetch?: typeof globalThis.fetch
  /** Milliseconds that only ever count up. */
  clock?: () => number
}

/** After a socket that did not work, streams go over HTTP for so long. */
const PAUSE_MS = 60_000

const STREAM = /\/v[^/]+\/data\/(?:listen|live\/events)\/[^/]+$/

/** Whether an address of the lake is that of an event stream. */
export function isStream({ pathname }: URL): boolean {
  return STREAM.test(pathname)
}

/**
 * A `fetch` that carries all event streams over one web socket: over HTTP/1.1 a
 * browser opens six connections to a host, and one open document needs them all. Where no socket
 * can be had, though the server answers, they go over HTTP. A lost one breaks its streams as a lost network does, and they
 * come back with the id of their last event.
 *
 * @example createClient({ ...config, resolveFetch: () => streamFetch })
 */
export function createStreamFetch(options: StreamSocketOptions): typeof globalThis.fetch {
  const {
    apiHost,
    dataset,
    isNeeded = isWithoutMultiplexing,
    clock = () => performance.now(),
    fetch = globalThis.fetch,
  } = options
  const openSocket = options.openSocket ?? ((url) => new WebSocket(url))
  const lake = new URL(apiHost, globalThis.location?.href)
  const address = `${lake.href.replace(/^http/, 'ws').replace(/\/$/, '')}/v1/streams/${dataset}`
  let line: Promise<StreamLine | undefined> | undefined
  let pausedUntil = Number.NEGATIVE_INFINITY

  const lineNow = () => {
    if (line || clock() < pausedUntil) return line
    const opened = openStreamLine(openSocket(address), (hasAnswered) => {
      if (line === opened) line = undefined
      if (!hasAnswered) pausedUntil = clock() + PAUSE_MS
    })
    line = opened
    return opened
  }

  const isThere = () =>
    fetch(`${lake.href.replace(/\/$/, '')}/v1/ping`).then(
      ({ ok }) => ok,
      () => false,
    )

  return async (input, init) => {
    const asked = new URL(input instanceof Request ? input.url : input, lake)
    if (asked.origin === lake.origin && isStream(asked) && isNeeded()) {
      const isTried = line !== undefined || clock() >= pausedUntil
      let found = await lineNow()
      const { headers, signal } = init ?? {}
      const over = { headers: new Headers(headers), ...(signal && { signal }) }
      // Streams over HTTP take all connections: never because of a server that is only away, or was just now.
      if (!found && !(await isThere())) {
        pausedUntil = Number.NEGATIVE_INFINITY
        throw lost()
      }
      if (!found && isTried) {
        pausedUntil = Number.NEGATIVE_INFINITY
        found = await lineNow()
      }
      if (found) return found.ask(`${asked.pathname}${asked.search}`, over)
    }
    return fetch(input, init)
  }
}

function isWithoutMultiplexing(): boolean {
  const [navigation] = performance.getEntriesByType('navigation')
  if (!navigation || !('nextHopProtocol' in navigation)) return true
  return !/^h[23]/.test(String(navigation.nextHopProtocol))
}
