import { nextCheckMs } from './checks.ts'

/** Decides when a screen looks for a newer release: when it is told to, and from time to time. */
export type News = {
  /** Starts to follow a place. Following the same again changes nothing. */
  follow: (place: string) => void
  /** Tells how the last look has ended. */
  ended: (outcome: string) => void
}

/** Makes the news desk. `check` looks for a newer release. */
export function createNews(check: (place: string) => void): News {
  let followed: { place: string; stream: EventSource | undefined } | undefined
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
    stream.addEventListener('release', () => check(place))
    return stream
  }
  addEventListener('online', look)

  return {
    follow: (place) => {
      if (followed?.place === place) return
      followed?.stream?.close()
      followed = { place, stream: listen(place) }
      plan()
    },
    ended: (outcome) => {
      failures = outcome === 'unreachable' ? failures + 1 : 0
      plan()
    },
  }
}
