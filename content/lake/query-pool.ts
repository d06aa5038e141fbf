import type { Documents } from './document-store.ts'
import { refuse } from './errors.ts'
import type { QueryJob } from './query-job.ts'
import { type QueryProcess, startQueryProcess } from './query-process.ts'

/** Processes for queries that would hold up the process. */
export interface QueryPool {
  /** Result as JSON, of a process that has these documents and no others; see {@link QueryProcess.run}. */
  run(job: QueryJob, store: Documents): Promise<string>
  /** Tells the processes that have these documents what has changed in them. */
  refresh(changedIds: readonly string[], store: Documents): void
  stop(): void
}

/** Each has a copy of all documents, so they are few; two, so that one long query lets another by. */
const MOST_PROCESSES = 2

/** More waiting queries over the same documents than this are refused. */
const MOST_WAITING = 64

/** A copy that nobody has used for so long is given up. */
const IDLE_MS = 60_000

/** Starts processes when they are needed and ends them when they are idle. */
export function createQueryPool(): QueryPool {
  const processes = new Map<QueryProcess, Documents>()
  const waiting: { store: Documents; start: (one: QueryProcess) => void }[] = []
  let idleTimer: NodeJS.Timeout | undefined

  const freeProcess = (store: Documents) => {
    for (const one of processes.keys()) if (!one.isAlive()) processes.delete(one)
    const free = [...processes].filter(([one]) => !one.isBusy())
    const [fitting] = free.find(([, held]) => held === store) ?? []
    if (fitting) return fitting
    if (processes.size >= MOST_PROCESSES) {
      const [other] = free[0] ?? []
      if (!other) return undefined
      other.stop()
      processes.delete(other)
    }
    const one = startQueryProcess(store)
    processes.set(one, store)
    return one
  }
  const stopAll = () => {
    clearTimeout(idleTimer)
    for (const one of processes.keys()) one.stop()
    processes.clear()
  }
  const stopIdle = () => {
    if (![...processes.keys()].some((one) => one.isBusy())) stopAll()
  }
  const giveOut = () => {
    clearTimeout(idleTimer)
    if (waiting.length === 0) idleTimer = setTimeout(stopIdle, IDLE_MS).unref()
    for (let [next] = waiting; next; [next] = waiting) {
      const one = freeProcess(next.store)
      if (!one) return
      waiting.shift()
      next.start(one)
    }
  }

  return {
    run(job, store) {
      if (waiting.filter((other) => other.store === store).length >= MOST_WAITING) {
        throw refuse(429, 'Too many long queries are waiting. Ask again in a few seconds')
      }
      return new Promise((resolve) => {
        waiting.push({
          store,
          start: (one) => {
            const answer = one.run(job)
            resolve(answer)
            answer.then(giveOut, giveOut)
          },
        })
        giveOut()
      })
    },
    refresh(changedIds, store) {
      for (const [one, held] of processes) if (held === store) one.refresh(changedIds)
    },
    stop: stopAll,
  }
}
