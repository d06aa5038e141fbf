import { parentPort } from 'node:worker_threads'
import { createDocumentStore } from './document-store.ts'
import { LakeBug, LakeError } from './errors.ts'
import { runQuery } from './query.ts'
import type { QueryJob, WorkerAnswer, WorkerOrder } from './query-job.ts'
import { QueryLimit } from './query-limit.ts'
import { resultJson } from './result-json.ts'
import { createViews } from './views.ts'

/*
 * A thread that answers queries over its own copy of the documents. Orders are taken one after the
 * other: a query sees every change that was sent before it.
 */

const port = parentPort
if (!port) throw new LakeBug('the query worker runs outside of a worker thread')

const store = createDocumentStore([])
const views = createViews(store)
let turn: Promise<unknown> = Promise.resolve()

port.on('message', (order: WorkerOrder) => {
  turn = turn.then(() => take(order))
})

async function take(order: WorkerOrder): Promise<void> {
  if (order.kind === 'query') {
    port?.postMessage(await answer(order.job))
    return
  }
  for (const document of order.put) store.put(document)
  for (const id of order.removed) store.remove(id)
  views.refresh([...order.put.map(({ _id }) => _id), ...order.removed])
}

async function answer({ perspective, mostMs, mostBytes, ...job }: QueryJob): Promise<WorkerAnswer> {
  const endsAt = performance.now() + mostMs
  const tick = () => {
    if (performance.now() > endsAt) throw new QueryLimit('time')
  }
  try {
    const result = await runQuery({ ...job, view: views.of(perspective), tick })
    return { kind: 'result', json: resultJson(result, mostBytes) }
  } catch (cause) {
    if (cause instanceof QueryLimit) return { kind: 'limit', limit: cause.limit }
    if (cause instanceof LakeError) {
      const { code, status, body, message } = cause
      return { kind: 'refusal', code, status, body, message }
    }
    return { kind: 'failure', message: cause instanceof Error ? cause.message : String(cause) }
  }
}
