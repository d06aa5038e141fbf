import { randomUUID } from 'node:crypto'
import type { ShownReport } from '#content/model/shown-releases.ts'

/** Open event streams to screens. */
export type Push = {
  /** A stream for one screen, or 503 where there are too many. `counter` is sent at once. */
  open: (place: string, counter: number) => Response
  /** Tells every screen of a place that a release with this counter is there. */
  send: (place: string, counter: number) => void
  /** Counters that the connected screens of a place show; `undefined` until one has said. */
  shown: (place: string) => (number | undefined)[]
  /** Takes down what a connected screen says it shows; forgotten with its connection. */
  report: (place: string, report: ShownReport) => 'taken' | 'unknown' | 'too-many'
  /** How many screens listen. */
  count: () => number
  /** Ends every stream. */
  stop: () => void
}

type Screen = {
  /** Of this connection, at random. */
  id: string
  place: string
  shown: number | undefined
  /** Reports since the last heartbeat. */
  reports: number
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
/** A screen has something to report when it opens and at a new release; one that says more between two heartbeats is broken. */
const MOST_REPORTS = 20

/** Makes the push side. `mostScreens` limits the streams of the whole process. */
export function createPush({ mostScreens }: { mostScreens: number }): Push {
  const screens = new Map<string, Screen>()
  const encoder = new TextEncoder()
  const write = (screen: Screen, text: string) => {
    if ((screen.stream.desiredSize ?? 0) > -MOST_WAITING) {
      screen.stream.enqueue(encoder.encode(text))
    } else {
      close(screen)
    }
  }
  const close = (screen: Screen) => {
    if (screens.delete(screen.id)) screen.stream.close()
  }
  const heartbeat = setInterval(() => {
    for (const screen of screens.values()) {
      screen.reports = 0
      write(screen, ':\n\n')
    }
  }, HEARTBEAT_MS)
  heartbeat.unref()

  return {
    open: (place, counter) => {
      if (screens.size >= mostScreens) {
        return new Response(null, { status: 503, headers: { 'Retry-After': '60' } })
      }
      const id = randomUUID()
      const body = new ReadableStream<Uint8Array>({
        start: (stream) => {
          const screen = { id, place, shown: undefined, reports: 0, stream }
          screens.set(id, screen)
          const hello = `event: stream\ndata: {"stream":"${id}"}\n\n`
          write(screen, `retry: 5000\n${hello}${releaseEvent(counter)}`)
        },
        cancel: () => void screens.delete(id),
      })
      return new Response(body, { headers: EVENT_HEADERS })
    },
    send: (place, counter) => {
      for (const screen of screens.values()) {
        if (screen.place === place) write(screen, releaseEvent(counter))
      }
    },
    shown: (place) =>
      [...screens.values()].filter((screen) => screen.place === place).map(({ shown }) => shown),
    report: (place, { stream, counter }) => {
      const screen = screens.get(stream)
      if (screen?.place !== place) return 'unknown'
      screen.reports += 1
      if (screen.reports > MOST_REPORTS) return 'too-many'
      screen.shown = counter
      return 'taken'
    },
    count: () => screens.size,
    stop: () => {
      clearInterval(heartbeat)
      for (const screen of screens.values()) close(screen)
    },
  }
}

function releaseEvent(counter: number): string {
  return `event: release\ndata: {"counter":${counter}}\n\n`
}
