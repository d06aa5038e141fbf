import { z } from 'zod'
import { actionStep } from './action-steps.ts'
import { withArrayKeys } from './array-keys.ts'
import { refuse } from './errors.ts'
import type { LakeContext } from './lake-context.ts'
import { LIMITS } from './limits.ts'
import { parseMutation } from './parse-mutation.ts'
import { readJson } from './request-body.ts'
import { identify, seenOf } from './rights.ts'
import { StepFailure, transactionError } from './step-failure.ts'

const transactionId = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,128}$/, 'a transaction id has 1 to 128 letters, digits and ._-')
  .optional()

const mutateBody = z.strictObject({
  mutations: z.array(z.unknown()).max(LIMITS.mutationsPerTransaction),
  transactionId,
})

const actionsBody = z.strictObject({
  actions: z.array(z.unknown()).min(1).max(LIMITS.mutationsPerTransaction),
  transactionId,
  dryRun: z.boolean().optional(),
  skipCrossDatasetReferenceValidation: z.boolean().optional(),
})

/** `POST data/mutate/{dataset}`. Every visibility is served as `sync`: the answer follows the write. */
export async function answerMutate(request: Request, lake: LakeContext): Promise<Response> {
  const identity = await identify(lake, request, 'read')
  const body = parseBy(mutateBody, await readJson(request, LIMITS.mutationBytes))
  const address = new URL(request.url).searchParams
  const idInAddress = parseBy(transactionId, address.get('transactionId') ?? undefined)
  const isWanted = (name: string) => address.get(name) === 'true'

  const isKeyed = isWanted('autoGenerateArrayKeys')
  // All are read before any is done, so that a malformed one changes nothing.
  const mutations = body.mutations.map((value, index) => {
    try {
      const mutation = parseMutation(value)
      return isKeyed ? withArrayKeys(mutation, lake.randomId) : mutation
    } catch (error) {
      if (error instanceof StepFailure)
        throw transactionError('mutation', [{ ...error.problem, index }])
      throw error
    }
  })
  const outcome = await lake.writer.write({
    kind: 'mutation',
    transactionId: body.transactionId ?? idInAddress,
    isDryRun: isWanted('dryRun'),
    identity,
    steps: mutations.map((mutation) => () => [mutation]),
  })
  const results = outcome.results.map(({ id, operation }) => {
    const written = isWanted('returnDocuments') ? outcome.documents.get(id) : undefined
    const document = seenOf(written, identity.audience)
    return { id, operation, ...(document && { document }) }
  })
  const hasResults = isWanted('returnIds') || isWanted('returnDocuments')
  return Response.json({ transactionId: outcome.transactionId, ...(hasResults && { results }) })
}

/** `POST data/actions/{dataset}`. */
export async function answerActions(request: Request, lake: LakeContext): Promise<Response> {
  const identity = await identify(lake, request, 'read')
  const body = parseBy(actionsBody, await readJson(request, LIMITS.mutationBytes))
  const outcome = await lake.writer.write({
    kind: 'action',
    transactionId: body.transactionId,
    isDryRun: body.dryRun === true,
    identity,
    steps: body.actions.map(actionStep),
  })
  return Response.json({ transactionId: outcome.transactionId })
}

function parseBy<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw refuse(400, `${issue?.path.join('.') || 'The request'}: ${issue?.message ?? 'invalid'}`)
}
