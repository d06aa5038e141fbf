import type { LakeDocument } from './document.ts'
import type { ErrorBody } from './errors.ts'
import type { Perspective } from './perspective.ts'
import type { QueryLimitKind } from './query-limit.ts'

/** One query as it is sent to a worker. */
export interface QueryJob {
  query: string
  params: Record<string, unknown>
  perspective: Perspective
  identity: string
  now: Date
  sanity: { projectId: string; dataset: string }
  /** Milliseconds after which the worker gives up. */
  mostMs: number
  mostBytes: number
}

/** What a worker is told. Documents come first and with every change, so that its own stay equal to the lake's. */
export type WorkerOrder =
  | { kind: 'documents'; put: LakeDocument[]; removed: string[] }
  | { kind: 'query'; job: QueryJob }

/** What a worker answers to each query. */
export type WorkerAnswer =
  | { kind: 'result'; json: string }
  | { kind: 'limit'; limit: QueryLimitKind }
  | { kind: 'refusal'; code: string; status: number; body: ErrorBody; message: string }
  | { kind: 'failure'; message: string }
