/** Open event streams to screens. */
export type Push = {
  /** A stream for one screen, or 503 where there are too many. `counter` is sent at once. */
  open: (place: string, counter: number) => Response
  /** Tells every screen of a place that a release with this counter is there. */
  send: (place: string, counter: number) => void
  /** Counters that the connected screens of a place show; `undefined` until one has said. */
  shown: (place: string) => (number | undefined)[]
  /** How many screens listen. */
  count: () => number
  /** Ends every stream. */
  stop: () => void
}

type Screen = {
  place: string
  shown: number | undefined
  stream: ReadableStreamDefaultController<Uint8Array>
}

/** Of every event stream; a proxy is told to hold nothing back. */
export const EVENT_HEADERS = {
  'Content-Type': 'text/event-stream',
  'Cache-Control': 'no-store',
  'X-Accel-Buffering': 'no',
}

/** Proxies cut a connection that is silent for a minute; most wait longer than this. */
const HEARTBEAT_MS = 25_000
/** A screen that does not read is let go once this many messages wait for it: it polls as well. */
const MOST_WAITING = 16

/** Makes the push side. `mostScreens` limits the streams of the whole process. */
export function createPush({ mostScreens }: { mostScreens: number }): Push {
  const screens = new Set<Screen>()
  const encoder = new TextEncoder()
  const write = (screen: Screen, text: string) => {
    if ((screen.stream.desiredSize ?? 0) > -MOST_WAITING) {
      screen.stream.enqueue(encoder.encode(text))
    } else {
      close(screen)
    }
  }
  const close = (screen: Screen) => {
    if (screens.delete(screen)) screen.stream.close()
  }
  const heartbeat = setInterval(() => {
    for (const screen of screens) write(screen, ':\n\n')
  }, HEARTBEAT_MS)
  heartbeat.unref()

  return {
    open: (place, counter) => {
      if (screens.size >= mostScreens) {
        return new Response(null, { status: 503, headers: { 'Retry-After': '60' } })
      }
      let screen: Screen | undefined
      const body = new ReadableStream<Uint8Array>({
        start: (stream) => {
          screen = { place, shown: undefined, stream }
          screens.add(screen)
          write(screen, `retry: 5000\n${releaseEvent(counter)}`)
        },
        cancel: () => {
          if (screen !== undefined) screens.delete(screen)
        },
      })
      return new Response(body, { headers: EVENT_HEADERS })
    },
    send: (place, counter) => {
      for (const screen of screens) {
        if (screen.place === place) write(screen, releaseEvent(counter))
      }
    },
    shown: (place) =>
      [...screens].filter((screen) => screen.place === place).map(({ shown }) => shown),
    count: () => screens.size,
    stop: () => {
      clearInterval(heartbeat)
      for (const screen of screens) close(screen)
    },
  }
}

function releaseEvent(counter: number): string {
  return `event: release\ndata: {"counter":${counter}}\n\n`
}
