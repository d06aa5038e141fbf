import { LakeError } from './errors.ts'

/** Endpoint whose error shape is wanted: the client makes a class of its own for each. */
export type TransactionKind = 'mutation' | 'action'

/** Why one step of a transaction is impossible. `type` is Sanity's word for it. */
export interface StepProblem {
  type: string
  description: string
  status: number
  /** Place of the mutation or action in the request, from 0. */
  index?: number
  /** More fields of the item, such as the id concerned. */
  details?: Record<string, unknown>
}

/**
 * Error body that the client turns into a `ClientError` with `details.items`, one for each problem.
 *
 * @example problems of one mutation: `{error: {type: 'mutationError', description, items: [{error, index}]}}`
 */
export function transactionError(kind: TransactionKind, problems: StepProblem[]): LakeError {
  const [first] = problems
  const description = `The ${kind}(s) failed: ${first?.description ?? 'no reason given'}`
  const items = problems.map(({ type, description: text, index, details }) => ({
    error: { type, description: text, ...details },
    ...(index !== undefined && { index }),
  }))
  const error = { type: `${kind}Error`, description, items }
  return new LakeError(first?.type ?? 'transaction', first?.status ?? 409, { error }, description)
}

/** Thrown inside a transaction; the place in the request is added where it is caught. */
export class StepFailure extends Error {
  readonly problem: StepProblem

  constructor(problem: StepProblem, options?: ErrorOptions) {
    super(problem.description, options)
    this.name = 'StepFailure'
    this.problem = problem
  }
}
