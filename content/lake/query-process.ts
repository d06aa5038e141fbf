import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Documents } from './document-store.ts'
import { LakeBug, LakeError } from './errors.ts'
import type { QueryAnswer, QueryJob, QueryOrder } from './query-job.ts'
import { QueryLimit } from './query-limit.ts'

/** A process of its own with a copy of the documents. It answers one query at a time. */
export interface QueryProcess {
  /** Result as JSON. Rejects with a {@link QueryLimit}, or what the query was refused with. */
  run(job: QueryJob): Promise<string>
  /** Passes on what has changed in the store. */
  refresh(changedIds: readonly string[]): void
  isBusy(): boolean
  /** False once it has ended, by itself or by {@link QueryProcess.stop}. */
  isAlive(): boolean
  stop(): void
}

/** Documents sent at one go: about 2 ms of copying. */
const PORTION = 200

/** Past its time by this, a query is not asked any more but ended with its process. */
const GRACE_MS = 500

/** Taking in its copy may take so long; see the bench. */
const LOAD_MS = 60_000

/**
 * Memory of a process: for what a query makes, and for its copy. Measured: a small document takes 2 to 3 KB, a large one
 * 2.2 times its length as JSON (20,000 places in 28 languages, 9 KB each: 390 MB).
 */
const MEGABYTES = { query: 256, perThousandDocuments: 4, perMillionLetters: 3 }

/** So many documents tell how long all are. */
const SAMPLE = 200

/**
 * Starts a process and hands it all documents in portions, so that nobody waits for the copying.
 * A thread would do but for memory: a worker thread that runs out of it takes everything down
 * with it (Node 24.21, in spite of `resourceLimits`, where one array grows past the limit).
 */
export function startQueryProcess(store: Documents): QueryProcess {
  const megabytes = Math.ceil(
    MEGABYTES.query +
      (store.size() / 1000) * MEGABYTES.perThousandDocuments +
      (lettersIn(store) / 1_000_000) * MEGABYTES.perMillionLetters,
  )
  const child = fork(fileURLToPath(new URL('./query-worker.ts', import.meta.url)), {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [`--max-old-space-size=${megabytes}`],
  })
  // One that waits for work does not keep us alive; the timer of a query does.
  child.unref()
  child.channel?.unref()
  let isAlive = true
  let waiting: { settle: (answer: QueryAnswer) => void; fail: (error: Error) => void } | undefined
  const end = (error: Error) => {
    isAlive = false
    waiting?.fail(error)
    waiting = undefined
    child.kill('SIGKILL')
  }
  child.on('message', (answer: QueryAnswer) => {
    waiting?.settle(answer)
    waiting = undefined
  })
  child.on('error', (cause) => end(new LakeBug('a query process failed', { cause })))
  // Node aborts where its memory runs out, and the system kills where there is none left.
  child.on('exit', (_code, signal) => {
    const isMemory = signal === 'SIGABRT' || signal === 'SIGKILL'
    end(isMemory ? new QueryLimit('memory') : new LakeBug('a query process ended'))
  })

  const send = (order: QueryOrder) =>
    new Promise<void>((resolve) => {
      // What cannot be sent any more shows in the end of the process.
      if (isAlive) child.send(order, () => resolve())
      else resolve()
    })
  const sendDocuments = (ids: readonly string[]) => {
    const documents = ids.map((id) => ({ id, document: store.get(id) }))
    return send({
      kind: 'documents',
      put: documents.flatMap(({ document }) => document ?? []),
      removed: documents.flatMap(({ id, document }) => (document ? [] : [id])),
    })
  }
  const ask = (order: QueryOrder, mostMs: number) =>
    new Promise<QueryAnswer>((settle, fail) => {
      const timer = setTimeout(() => end(new QueryLimit('time')), mostMs)
      const ending =
        <T>(then: (value: T) => void) =>
        (value: T) => {
          clearTimeout(timer)
          then(value)
        }
      waiting = { settle: ending(settle), fail: ending(fail) }
      void send(order)
    })
  const load = async () => {
    const ids = Array.from(store.all(), ({ _id }) => _id)
    for (let start = 0; start < ids.length && isAlive; start += PORTION) {
      await sendDocuments(ids.slice(start, start + PORTION))
    }
    if (isAlive) await ask({ kind: 'hello' }, LOAD_MS)
  }
  const loading = load()
  loading.catch(() => undefined)
  let jobs = 0

  return {
    async run(job) {
      jobs += 1
      try {
        await loading
        if (!isAlive) throw new LakeBug('a query was given to a process that has ended')
        return resultOf(await ask({ kind: 'query', job }, job.mostMs + GRACE_MS))
      } finally {
        jobs -= 1
      }
    },
    refresh: (changedIds) => void sendDocuments(changedIds),
    isBusy: () => jobs > 0,
    isAlive: () => isAlive,
    stop: () => end(new LakeBug('a query process was stopped while it had a query')),
  }
}

/** About how long all documents are as JSON. */
function lettersIn(store: Documents): number {
  const stride = Math.ceil(store.size() / SAMPLE)
  let letters = 0
  let place = 0
  for (const document of store.all()) {
    if (place++ % stride === 0) letters += JSON.stringify(document).length
  }
  return letters * stride
}

function resultOf(answer: QueryAnswer): string {
  switch (answer.kind) {
    case 'result':
      return answer.json
    case 'limit':
      throw new QueryLimit(answer.limit)
    case 'refusal':
      throw new LakeError(answer.code, answer.status, answer.body, answer.message)
    case 'ready':
      throw new LakeBug('a query process answers what was not asked')
    case 'failure':
      throw new LakeBug(`a query failed in its process: ${answer.message}`)
  }
}
