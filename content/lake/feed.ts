import type { Commit } from './commit.ts'
import { LakeBug } from './errors.ts'

/** Tells of commits in the order in which they were kept. */
export interface Feed {
  publish(commit: Commit): void
  /** Returns how to stop hearing of them. */
  subscribe(hear: (commit: Commit) => void): () => void
}

/**
 * A feed without memory: who was away asks the log.
 *
 * @param onFailure hears of a listener that throws; the commit stands and the others hear of it
 */
export function createFeed(onFailure: (error: Error) => void): Feed {
  const listeners = new Set<(commit: Commit) => void>()
  return {
    publish(commit) {
      for (const hear of [...listeners]) {
        try {
          hear(commit)
        } catch (cause) {
          onFailure(new LakeBug('a listener to commits has thrown', { cause }))
        }
      }
    },
    subscribe(hear) {
      // Wrapped, so that one function may listen twice.
      const own = (commit: Commit) => hear(commit)
      listeners.add(own)
      return () => listeners.delete(own)
    },
  }
}
