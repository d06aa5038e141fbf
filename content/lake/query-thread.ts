import { setImmediate as nextTurn } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { DocumentStore } from './document-store.ts'
import { LakeBug, LakeError } from './errors.ts'
import type { QueryJob, WorkerAnswer, WorkerOrder } from './query-job.ts'
import { QueryLimit } from './query-limit.ts'

/** One worker thread with a copy of the documents. It answers one query at a time. */
export interface QueryThread {
  /** Result as JSON. Rejects with a {@link QueryLimit}, or what the query was refused with. */
  run(job: QueryJob): Promise<string>
  /** Passes on what has changed in the store. */
  refresh(changedIds: readonly string[]): void
  isBusy(): boolean
  /** False once it has ended, by itself or by {@link QueryThread.stop}. */
  isAlive(): boolean
  stop(): Promise<void>
}

/** Documents sent at one go: about 2 ms of copying. */
const PORTION = 200

/** Past its time by this, a query is not asked any more but ended with its thread. */
const GRACE_MS = 500

/** Memory of a thread: for its copy, measured at 2 to 3 KB a document, and for what a query makes. */
const MEGABYTES = { query: 256, perThousandDocuments: 4 }

/** Starts a thread and hands it all documents in portions, so that nobody waits for the copying. */
export function startQueryThread(store: DocumentStore): QueryThread {
  const worker = new Worker(new URL('./query-worker.ts', import.meta.url), {
    resourceLimits: {
      maxOldGenerationSizeMb:
        MEGABYTES.query + Math.ceil((store.size() / 1000) * MEGABYTES.perThousandDocuments),
    },
  })
  // A thread that waits for work does not keep the process alive.
  worker.unref()
  let isAlive = true
  let waiting: { settle: (answer: WorkerAnswer) => void; fail: (error: Error) => void } | undefined
  const end = (error: Error) => {
    isAlive = false
    waiting?.fail(error)
    waiting = undefined
    void worker.terminate()
  }
  worker.on('message', (answer: WorkerAnswer) => {
    waiting?.settle(answer)
    waiting = undefined
  })
  worker.on('error', (cause: Error) => {
    end(isOutOfMemory(cause) ? new QueryLimit('memory') : new LakeBug('a worker failed', { cause }))
  })
  worker.on('exit', () => end(new LakeBug('a worker ended while it had a query')))

  const send = (order: WorkerOrder) => worker.postMessage(order)
  const sendDocuments = (ids: readonly string[]) => {
    const documents = ids.map((id) => ({ id, document: store.get(id) }))
    send({
      kind: 'documents',
      put: documents.flatMap(({ document }) => document ?? []),
      removed: documents.flatMap(({ id, document }) => (document ? [] : [id])),
    })
  }
  const loading = (async () => {
    const ids = Array.from(store.all(), ({ _id }) => _id)
    for (let start = 0; start < ids.length && isAlive; start += PORTION) {
      sendDocuments(ids.slice(start, start + PORTION))
      await nextTurn()
    }
  })()

  const ask = (job: QueryJob) =>
    new Promise<WorkerAnswer>((settle, fail) => {
      const timer = setTimeout(() => end(new QueryLimit('time')), job.mostMs + GRACE_MS)
      const first = <T>(then: (value: T) => void) => {
        return (value: T) => {
          clearTimeout(timer)
          then(value)
        }
      }
      waiting = { settle: first(settle), fail: first(fail) }
      send({ kind: 'query', job })
    })
  let jobs = 0

  return {
    async run(job) {
      jobs += 1
      try {
        await loading
        if (!isAlive) throw new LakeBug('a query was given to a worker that has ended')
        return resultOf(await ask(job))
      } finally {
        jobs -= 1
      }
    },
    refresh(changedIds) {
      if (isAlive) sendDocuments(changedIds)
    },
    isBusy: () => jobs > 0,
    isAlive: () => isAlive,
    async stop() {
      end(new LakeBug('a worker was stopped while it had a query'))
      await worker.terminate()
    },
  }
}

function resultOf(answer: WorkerAnswer): string {
  switch (answer.kind) {
    case 'result':
      return answer.json
    case 'limit':
      throw new QueryLimit(answer.limit)
    case 'refusal':
      throw new LakeError(answer.code, answer.status, answer.body, answer.message)
    case 'failure':
      throw new LakeBug(`a query failed in its worker: ${answer.message}`)
  }
}

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
