import type { SanityClient } from '@sanity/client'

/** What has changed in public: one document, or, after a gap in the stream, perhaps everything. */
export type Change = { everything: true } | { everything: false; id: string; type: string }

/** Where a broken stream is told. */
export type FollowLog = { warn: (about: { err: unknown }, message: string) => void }

const PUBLISHED = '*[!(_id in path("drafts.**")) && !(_id in path("versions.**"))]'

/** Waits between attempts, so that a lake that is down is not hammered. */
const RETRY_MS = { first: 500, most: 30_000 }

/**
 * Tells of every published change, each once, until it is stopped. A short drop is made up for by the lake's log;
 * where that is not possible, everything may have changed. Returns how to stop.
 */
export function followChanges(
  client: SanityClient,
  onChange: (change: Change) => void,
  log: FollowLog,
): () => void {
  let isStopped = false
  let retry: ReturnType<typeof setTimeout> | undefined
  let wait = RETRY_MS.first

  const listen = () =>
    client
      .listen<Record<string, unknown>>(
        PUBLISHED,
        {},
        {
          events: ['welcome', 'welcomeback', 'reset', 'mutation'],
          enableResume: true,
          includeResult: true,
          includeMutations: false,
          includePreviousRevision: true,
          visibility: 'query',
        },
      )
      .subscribe({
        next: (event) => {
          wait = RETRY_MS.first
          if (event.type === 'mutation') {
            const type = event.result?._type ?? event.previous?._type
            if (typeof type === 'string')
              onChange({ everything: false, id: event.documentId, type })
            else onChange({ everything: true })
          }
          // Nothing was heard before a welcome: the stream has just been opened, or could not make up for a gap.
          if (event.type === 'reset' || event.type === 'welcome') onChange({ everything: true })
        },
        error: (err: unknown) => again(err),
        complete: () => again(new Error('The stream of changes has ended')),
      })

  const again = (err: unknown) => {
    if (isStopped) return
    log.warn({ err }, 'No changes are heard from the content: trying again')
    retry = setTimeout(() => {
      subscription = listen()
    }, wait)
    retry.unref()
    wait = Math.min(wait * 2, RETRY_MS.most)
  }

  let subscription = listen()
  return () => {
    isStopped = true
    clearTimeout(retry)
    subscription.unsubscribe()
  }
}
