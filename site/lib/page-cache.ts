import { LRUCache } from 'lru-cache'
import { pageBytes, type StoredPage, storePage } from './stored-page.ts'

/** What one rendering gave: the response and, if it may be kept, until when (epoch ms). */
export type Rendered = { response: Response; validUntil?: number | undefined }

/** Pages in memory, kept until the content changes or their time is up. */
export type PageCache = {
  /** A kept page, or nothing. Never one past its `validUntil`. */
  find(key: string): StoredPage | undefined
  /** A kept page, or the one that `render` makes; those who ask for it meanwhile wait for the same. */
  fetch(key: string, render: () => Promise<Rendered>): Promise<StoredPage>
  /** Forgets everything. What is being rendered now goes to those who wait for it and to nobody after. */
  invalidate(): void
}

/** Makes an empty cache. The least recently used pages go once there are `maxBytes` of them. */
export function createPageCache(options: { maxBytes: number; now: () => number }): PageCache {
  const pages = new LRUCache<string, StoredPage>({
    maxSize: options.maxBytes,
    sizeCalculation: pageBytes,
  })
  const flights = new Map<string, Promise<StoredPage>>()
  let generation = 0

  function find(key: string): StoredPage | undefined {
    const page = pages.get(key)
    if (page === undefined || isFresh(page)) return page
    pages.delete(key)
    return undefined
  }

  async function fetch(key: string, render: () => Promise<Rendered>): Promise<StoredPage> {
    const kept = find(key)
    if (kept) return kept
    const flight = flights.get(key)
    if (flight === undefined) return takeOff(key, render)
    const page = await flight
    // It may have landed late: whoever only waited must not get facts whose time was up by then.
    return page.validUntil === undefined || isFresh(page) ? page : fetch(key, render)
  }

  function takeOff(key: string, render: () => Promise<Rendered>): Promise<StoredPage> {
    const begun = generation
    const flight = render()
      .then(({ response, validUntil }) => storePage(response, validUntil))
      .then((page) => {
        if (generation === begun && isFresh(page)) pages.set(key, page)
        return page
      })
      .finally(() => {
        if (flights.get(key) === flight) flights.delete(key)
      })
    flights.set(key, flight)
    return flight
  }

  function invalidate(): void {
    generation += 1
    flights.clear()
    pages.clear()
  }

  const isFresh = ({ validUntil }: StoredPage) =>
    validUntil !== undefined && options.now() < validUntil

  return { find, fetch, invalidate }
}
