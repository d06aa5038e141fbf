import type { DocumentStore } from './document-store.ts'
import { refuse } from './errors.ts'
import type { QueryJob } from './query-job.ts'
import { type QueryProcess, startQueryProcess } from './query-process.ts'

/** Processes for queries that would hold up the process. */
export interface QueryPool {
  /** Result as JSON; see {@link QueryProcess.run}. */
  run(job: QueryJob): Promise<string>
  refresh(changedIds: readonly string[]): void
  stop(): void
}

/** Each has a copy of all documents, so they are few; two, so that one long query lets another by. */
const MOST_PROCESSES = 2

/** More waiting queries than this are refused. */
const MOST_WAITING = 64

/** A copy that nobody has used for so long is given up. */
const IDLE_MS = 60_000

/** Starts processes when they are needed and ends them when they are idle. */
export function createQueryPool(store: DocumentStore): QueryPool {
  const processes = new Set<QueryProcess>()
  const waiting: { job: QueryJob; start: (one: QueryProcess) => void }[] = []
  let idleTimer: NodeJS.Timeout | undefined

  const freeProcess = () => {
    for (const one of processes) if (!one.isAlive()) processes.delete(one)
    const free = [...processes].find((one) => !one.isBusy())
    if (free || processes.size >= MOST_PROCESSES) return free
    const one = startQueryProcess(store)
    processes.add(one)
    return one
  }
  const stopAll = () => {
    clearTimeout(idleTimer)
    for (const one of processes) one.stop()
    processes.clear()
  }
  const stopIdle = () => {
    if (![...processes].some((one) => one.isBusy())) stopAll()
  }
  const giveOut = () => {
    clearTimeout(idleTimer)
    if (waiting.length === 0) idleTimer = setTimeout(stopIdle, IDLE_MS).unref()
    while (waiting.length > 0) {
      const one = freeProcess()
      if (!one) return
      waiting.shift()?.start(one)
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
          start: (one) => {
            const answer = one.run(job)
            resolve(answer)
            answer.then(giveOut, giveOut)
          },
        })
        giveOut()
      })
    },
    refresh(changedIds) {
      for (const one of processes) one.refresh(changedIds)
    },
    stop: stopAll,
  }
}
