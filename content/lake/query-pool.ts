import type { DocumentStore } from './document-store.ts'
import { refuse } from './errors.ts'
import type { QueryJob } from './query-job.ts'
import { type QueryThread, startQueryThread } from './query-thread.ts'

/** Threads for queries that would hold up the process. */
export interface QueryPool {
  /** Result as JSON; see {@link QueryThread.run}. */
  run(job: QueryJob): Promise<string>
  refresh(changedIds: readonly string[]): void
  stop(): Promise<void>
}

/** Each has a copy of all documents, so they are few; two, so that one long query lets another by. */
const MOST_THREADS = 2

/** More waiting queries than this are refused. */
const MOST_WAITING = 64

/** A copy that nobody has used for so long is given up. */
const IDLE_MS = 60_000

/** Starts threads when they are needed and ends them when they are idle. */
export function createQueryPool(store: DocumentStore): QueryPool {
  const threads = new Set<QueryThread>()
  const waiting: { job: QueryJob; start: (thread: QueryThread) => void }[] = []
  let idleTimer: NodeJS.Timeout | undefined

  const freeThread = () => {
    for (const thread of threads) if (!thread.isAlive()) threads.delete(thread)
    const free = [...threads].find((thread) => !thread.isBusy())
    if (free || threads.size >= MOST_THREADS) return free
    const thread = startQueryThread(store)
    threads.add(thread)
    return thread
  }
  const stopAll = async () => {
    clearTimeout(idleTimer)
    const all = [...threads]
    threads.clear()
    await Promise.all(all.map((thread) => thread.stop()))
  }
  const giveOut = () => {
    clearTimeout(idleTimer)
    if (waiting.length === 0) idleTimer = setTimeout(() => void stopAll(), IDLE_MS).unref()
    while (waiting.length > 0) {
      const thread = freeThread()
      if (!thread) return
      waiting.shift()?.start(thread)
    }
  }

  return {
    run(job) {
      if (waiting.length >= MOST_WAITING) {
        throw refuse(429, 'Too many long queries are waiting. Ask again in a few seconds')
      }
      return new Promise((resolve) => {
        waiting.push({
          job,
          start: (thread) => {
            const answer = thread.run(job)
            resolve(answer)
            answer.then(giveOut, giveOut)
          },
        })
        giveOut()
      })
    },
    refresh(changedIds) {
      for (const thread of threads) thread.refresh(changedIds)
    },
    stop: stopAll,
  }
}
