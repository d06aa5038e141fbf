import { createDocumentStore } from './document-store.ts'
import { LakeError } from './errors.ts'
import { runQuery } from './query.ts'
import type { QueryAnswer, QueryJob, QueryOrder } from './query-job.ts'
import { QueryLimit } from './query-limit.ts'
import { resultJson } from './result-json.ts'
import { createViews } from './views.ts'

/*
 * A process that answers queries over its own copy of the documents. Orders are taken one after the
 * other: a query sees every change that was sent before it.
 */

const store = createDocumentStore([])
const views = createViews(store)
let turn: Promise<unknown> = Promise.resolve()

process.on('message', (order: QueryOrder) => {
  turn = turn.then(() => take(order))
})
// The lake is gone.
process.on('disconnect', () => process.exit())

async function take(order: QueryOrder): Promise<void> {
  switch (order.kind) {
    case 'query':
      tell(await answer(order.job))
      return
    case 'hello':
      tell({ kind: 'ready' })
      return
    case 'documents':
      for (const document of order.put) store.put(document)
      for (const id of order.removed) store.remove(id)
      views.refresh([...order.put.map(({ _id }) => _id), ...order.removed])
  }
}

function tell(said: QueryAnswer): void {
  process.send?.(said)
}

async function answer({ perspective, mostMs, mostBytes, ...job }: QueryJob): Promise<QueryAnswer> {
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
