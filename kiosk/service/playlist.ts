import type { ReleaseBlob } from '../release/build.ts'
import type { KioskDeps } from './deps.ts'
import type { Published } from './publisher.ts'

/** The releases of every place that a screen has asked for since the start. */
export type Playlist = {
  /** Slugs of those places. */
  places: () => string[]
  /** `undefined` for a place that does not exist. */
  current: (place: string) => Promise<Published | undefined>
  /** A blob of a current release or of the one before. */
  blob: (sha256: string) => ReleaseBlob | undefined
  stop: () => void
}

type Entry = {
  published: Published
  previous: Published | undefined
  timer: NodeJS.Timeout | undefined
}

/** After a failure of the content store, the next try. */
const RETRY_MS = 5_000

/** Keeps releases up to date: rebuilds on change and when time runs out, and calls `onNew` with what is new. */
export function createPlaylist(
  deps: Pick<KioskDeps, 'onChange' | 'now' | 'log'>,
  publish: (place: string, last: Published | undefined) => Promise<Published | undefined>,
  onNew: (place: string, counter: number) => void,
): Playlist {
  const entries = new Map<string, Entry>()
  const builds = new Map<string, Promise<Published | undefined>>()
  const stale = new Set<string>()
  let isStopped = false

  // One build a place at a time; what changes meanwhile is built afterwards.
  const build = (place: string) => {
    const running = builds.get(place)
    if (running !== undefined) return running
    const started = publish(place, entries.get(place)?.published)
      .then((published) => take(place, published))
      .finally(() => {
        builds.delete(place)
        if (stale.delete(place)) refresh(place)
      })
    builds.set(place, started)
    return started
  }

  const take = (place: string, published: Published | undefined) => {
    const before = entries.get(place)
    clearTimeout(before?.timer)
    if (published === undefined || isStopped) {
      entries.delete(place)
      return published
    }
    const isNew = before?.published.counter !== published.counter
    entries.set(place, {
      published,
      previous: isNew ? before?.published : before?.previous,
      timer: later(place, published.validUntil - deps.now()),
    })
    if (isNew) onNew(place, published.counter)
    return published
  }

  const later = (place: string, ms: number) => {
    const timer = setTimeout(() => refresh(place), Math.max(50, ms))
    timer.unref()
    return timer
  }

  // In the background nobody waits for the answer: a failure is logged, and the last release stays.
  const refresh = (place: string) => {
    if (isStopped) return
    build(place).catch((cause: unknown) => {
      deps.log.error({ place, cause }, 'A release could not be made. The last one stays.')
      const entry = entries.get(place)
      if (entry === undefined) return
      clearTimeout(entry.timer)
      entry.timer = later(place, RETRY_MS)
    })
  }

  const stopFollowing = deps.onChange(() => {
    for (const place of builds.keys()) stale.add(place)
    for (const place of entries.keys()) if (!builds.has(place)) refresh(place)
  })

  return {
    places: () => [...entries.keys()],
    current: async (place) => entries.get(place)?.published ?? build(place),
    blob: (sha256) => {
      for (const { published, previous } of entries.values()) {
        const found = [...published.blobs, ...(previous?.blobs ?? [])].find(
          (blob) => blob.sha256 === sha256,
        )
        if (found !== undefined) return found
      }
      return undefined
    },
    stop: () => {
      isStopped = true
      stopFollowing()
      for (const { timer } of entries.values()) clearTimeout(timer)
      entries.clear()
    },
  }
}
