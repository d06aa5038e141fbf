import type { Documents } from './document-store.ts'
import { isHardToForesee } from './hard-query.ts'
import { LIMITS } from './limits.ts'
import { OverBudget } from './over-budget.ts'
import type { Perspective } from './perspective.ts'
import { parseQuery, runQuery } from './query.ts'
import type { QueryJob } from './query-job.ts'
import { createQueryPool, type QueryPool } from './query-pool.ts'
import { resultJson } from './result-json.ts'
import { createTextIndex } from './text-index.ts'
import type { Views } from './views.ts'

/** A query as somebody asks it. */
interface QueryRequest {
  query: string
  params: Record<string, unknown>
  perspective: Perspective
  identity: string
  /** Length of the answer; default: that of every foreign query. */
  mostBytes?: number
}

/** Answers queries without holding up the process. */
export interface QueryRunner {
  /**
   * Result as JSON.
   *
   * @throws LakeError as {@link runQuery}; QueryLimit where it takes too much
   */
  run(request: QueryRequest): Promise<string>
  refresh(changedIds: readonly string[]): void
  stop(): void
}

/** How a runner is set up. */
interface RunnerOptions {
  store: Documents
  views: Views
  sanity: { projectId: string; dataset: string }
  now(): Date
  /** Shared with other runners; default: one of its own. Whoever gives it stops it. */
  pool?: QueryPool
  /** Milliseconds a query may take on the process that everybody waits for. */
  budgetMs?: number
  limits?: { queryMs: number; resultBytes: number }
}

const BUDGET_MS = 15

/**
 * Runs a query here for as long as an answer from indexes takes; where that is not enough, anew in
 * a process of its own.
 */
export function createQueryRunner(options: RunnerOptions): QueryRunner {
  const { store, views, sanity, budgetMs = BUDGET_MS, limits = LIMITS } = options
  const pool = options.pool ?? createQueryPool()
  const textIndex = createTextIndex(store)

  const runHere = async (job: QueryJob): Promise<string | undefined> => {
    if (isHardToForesee(parseQuery(job.query, job.params))) return undefined
    // Made before the time is counted: that a view is new says nothing about the query.
    const view = views.of(job.perspective)
    const spent = new OverBudget()
    const endsAt = performance.now() + budgetMs
    const tick = () => {
      if (performance.now() > endsAt) throw spent
    }
    try {
      const result = await runQuery({ ...job, view, textIndex, tick })
      return resultJson(result, job.mostBytes)
    } catch (error) {
      if (error === spent) return undefined
      throw error
    }
  }

  return {
    async run(request) {
      const job: QueryJob = {
        mostBytes: limits.resultBytes,
        ...request,
        sanity,
        now: options.now(),
        mostMs: limits.queryMs,
      }
      return (await runHere(job)) ?? pool.run(job, store)
    },
    refresh(changedIds) {
      pool.refresh(changedIds, store)
      textIndex.refresh(changedIds)
    },
    stop() {
      textIndex.close()
      if (!options.pool) pool.stop()
    },
  }
}
