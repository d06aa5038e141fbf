import { Mutation } from '@sanity/mutator'
import { isLakeDocument, type JsonObject, type LakeDocument } from './document.ts'
import type { PatchOperations } from './mutation.ts'
import { StepFailure } from './step-failure.ts'

/**
 * A patched copy of a document; the operators are `@sanity/mutator`'s, the same that the Studio runs.
 *
 * @throws StepFailure where an operator does not fit the document or touches what may not change
 */
export function patchDocument(
  before: LakeDocument,
  operations: PatchOperations,
  { transactionId, timestamp }: { transactionId: string; timestamp: string },
): LakeDocument {
  const after: JsonObject = {
    ...applyOperations(before, operations),
    _rev: transactionId,
    _updatedAt: timestamp,
  }
  for (const name of ['_id', '_type']) {
    if (after[name] !== before[name]) {
      throw impossible(before, `attribute "${name}" cannot be changed`)
    }
  }
  if (!isLakeDocument(after)) throw impossible(before, 'attribute "_createdAt" has to stay a time')
  return after
}

function applyOperations(before: LakeDocument, operations: PatchOperations): JsonObject {
  // The mutator's own types want `undefined` left out, and it keeps what it is given: so a clean copy.
  const patch = JSON.parse(JSON.stringify({ ...operations, id: before._id }))
  try {
    return new Mutation({ mutations: [{ patch }] }).apply(structuredClone(before)) ?? {}
  } catch (cause) {
    throw impossible(before, cause instanceof Error ? cause.message : 'unknown reason', cause)
  }
}

function impossible(document: LakeDocument, reason: string, cause?: unknown): StepFailure {
  return new StepFailure(
    {
      type: 'patchError',
      status: 409,
      description: `Document "${document._id}" cannot be patched: ${reason}`,
      details: { id: document._id },
    },
    { cause },
  )
}
