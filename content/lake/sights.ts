import type { Documents } from './document-store.ts'
import { createQueryPool } from './query-pool.ts'
import { createQueryRunner, type QueryRunner } from './query-runner.ts'
import { type Audience, SEES_EVERYTHING } from './rights.ts'
import { seenDocuments } from './seen-documents.ts'
import { createViews, type Views } from './views.ts'

/** The lake as one audience sees it. Indexes and query processes hold nothing else, so nothing leaks through them. */
export interface Sight {
  store: Documents
  views: Views
  queries: QueryRunner
}

/** The sights in use, brought up to date on each commit. */
export interface Sights {
  of(audience: Audience): Sight
  refresh(changedIds: readonly string[]): void
  stop(): void
}

/** How sights are set up. */
interface SightOptions {
  store: Documents
  sanity: { projectId: string; dataset: string }
  now(): Date
}

/** Besides that of those who see everything. At 100,000 documents one takes about a second and, where most are seen in part, 100 MB. */
const MOST_SIGHTS = 8

/** Keeps the sights used last. */
export function createSights({ store, sanity, now }: SightOptions): Sights {
  const build = (documents: Documents, shared: { pool?: typeof pool }): Sight => {
    const views = createViews(documents)
    const queries = createQueryRunner({ store: documents, views, sanity, now, ...shared })
    return { store: documents, views, queries }
  }
  // Those who see a part share their processes, so that they cannot take those of the others.
  const pool = createQueryPool()
  const whole = build(store, {})
  const parts = new Map<string, Sight>()

  return {
    of(audience) {
      const { key } = audience
      if (key === SEES_EVERYTHING.key) return whole
      const sight = parts.get(key) ?? build(seenDocuments(store, audience), { pool })
      parts.delete(key)
      parts.set(key, sight)
      const [oldest] = parts
      if (parts.size > MOST_SIGHTS && oldest) {
        parts.delete(oldest[0])
        oldest[1].queries.stop()
      }
      return sight
    },
    refresh(changedIds) {
      for (const { views, queries } of [whole, ...parts.values()]) {
        views.refresh(changedIds)
        queries.refresh(changedIds)
      }
    },
    stop() {
      for (const { queries } of [whole, ...parts.values()]) queries.stop()
      pool.stop()
    },
  }
}
