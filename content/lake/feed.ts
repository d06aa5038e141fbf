import type { Commit } from './storage.ts'

/** Tells of commits in the order in which they were kept. */
export interface Feed {
  publish(commit: Commit): void
  /** Returns how to stop hearing of them. */
  subscribe(hear: (commit: Commit) => void): () => void
}

/** A feed without memory: who was away asks the log. */
export function createFeed(): Feed {
  const listeners = new Set<(commit: Commit) => void>()
  return {
    publish(commit) {
      for (const hear of [...listeners]) hear(commit)
    },
    subscribe(hear) {
      // Wrapped, so that one function may listen twice.
      const own = (commit: Commit) => hear(commit)
      listeners.add(own)
      return () => listeners.delete(own)
    },
  }
}
