import { LakeError } from './errors.ts'
import { LIMITS } from './limits.ts'

/** What a query can have too much of. */
export type QueryLimitKind = 'time' | 'memory' | 'size'

const MOST_SECONDS = LIMITS.queryMs / 1000
const MOST_MEGABYTES = LIMITS.resultBytes / 1024 / 1024

const ANSWERS = {
  time: {
    type: 'queryTimeout',
    status: 408,
    description: `The query ran longer than ${MOST_SECONDS} s. Select by _id, _type, a reference or an attribute first, and fewer documents`,
  },
  memory: {
    type: 'queryMemoryExceeded',
    status: 413,
    description: 'The query needs more memory than there is for one. Select fewer documents',
  },
  size: {
    type: 'queryResultTooLarge',
    status: 413,
    description: `The result is larger than ${MOST_MEGABYTES} MB. Ask for fewer documents or attributes, or for a slice`,
  },
} as const

/** A query that went over a limit: refused in the shape of a query error, so that the client shows why. */
export class QueryLimit extends LakeError {
  readonly limit: QueryLimitKind

  constructor(kind: QueryLimitKind) {
    const { type, status, description } = ANSWERS[kind]
    super(`query-${kind}`, status, { error: { type, description } }, description)
    this.name = 'QueryLimit'
    this.limit = kind
  }
}
