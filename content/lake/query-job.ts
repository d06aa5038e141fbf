import type { LakeDocument } from './document.ts'
import type { ErrorBody } from './errors.ts'
import type { Perspective } from './perspective.ts'
import type { QueryLimitKind } from './query-limit.ts'

/** One query as it is sent to a process of its own. */
export interface QueryJob {
  query: string
  params: Record<string, unknown>
  perspective: Perspective
  identity: string
  now: Date
  sanity: { projectId: string; dataset: string }
  /** Milliseconds after which the process gives up. */
  mostMs: number
  mostBytes: number
}

/** What a query process is told. Documents come first and with every change, so that its own stay equal to the lake's. */
export type QueryOrder =
  | { kind: 'documents'; put: LakeDocument[]; removed: string[] }
  /** Answered once everything sent before has been taken in. */
  | { kind: 'hello' }
  | { kind: 'query'; job: QueryJob }

/** What it answers. */
export type QueryAnswer =
  | { kind: 'ready' }
  | { kind: 'result'; json: string }
  | { kind: 'limit'; limit: QueryLimitKind }
  | { kind: 'refusal'; code: string; status: number; body: ErrorBody; message: string }
  | { kind: 'failure'; message: string }
