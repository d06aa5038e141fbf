import { streamEvent } from '#content/model/shown-releases.ts'
import { nextCheckMs } from './checks.ts'

/**
 * Decides when a screen looks for a newer release: when it is told to, and from time to time.
 * Over the same connection it says which one is on the glass.
 */
export type News = {
  /** Starts to follow a place. Following the same again changes nothing. */
  follow: (place: string) => void
  /** Says that the release with this counter is on the glass. */
  shows: (counter: number) => void
  /** Tells how the last look has ended. */
  ended: (outcome: string) => void
}

/** Makes the news desk. `check` looks for a newer release. */
export function createNews(check: (place: string) => void): News {
  let followed: { place: string; stream: EventSource | undefined } | undefined
  /** The name of the connection that is open, and what was last said on it. */
  let connection: { name: string; said?: number } | undefined
  let shown: number | undefined
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const look = () => {
    if (followed === undefined) return
    if (followed.stream?.readyState === EventSource.CLOSED) followed.stream = undefined
    followed.stream ??= listen(followed.place)
    check(followed.place)
    plan()
  }
  const plan = () => {
    clearTimeout(timer)
    const isPushed = followed?.stream?.readyState === EventSource.OPEN
    timer = setTimeout(look, nextCheckMs({ failures, isPushed }, Math.random()))
  }
  const listen = (place: string) => {
    const stream = new EventSource(`/screen/events/${place}`)
    stream.addEventListener('stream', ({ data }) => {
      connection = { name: streamEvent.parse(JSON.parse(data)).stream }
      say()
    })
    stream.addEventListener('release', () => check(place))
    return stream
  }
  // What is not heard is said again after the next look.
  const say = () => {
    const [counter, open] = [shown, connection]
    if (followed === undefined || counter === undefined || open === undefined) return
    if (open.said === counter) return
    fetch(`/screen/events/${followed.place}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ stream: open.name, counter }),
      credentials: 'omit',
    }).then(
      (answer) => {
        if (answer.ok) open.said = counter
      },
      () => undefined,
    )
  }
  addEventListener('online', look)

  return {
    follow: (place) => {
      if (followed?.place === place) return
      followed?.stream?.close()
      connection = undefined
      followed = { place, stream: listen(place) }
      plan()
    },
    shows: (counter) => {
      shown = counter
      say()
    },
    ended: (outcome) => {
      say()
      failures = outcome === 'unreachable' ? failures + 1 : 0
      plan()
    },
  }
}
