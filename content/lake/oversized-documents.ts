import type { EncodedCommit } from './encoded-commit.ts'
import { LIMITS } from './limits.ts'
import type { StepProblem } from './step-failure.ts'

/** Documents that have grown too large, patch by patch, to be sent whole: no archive could bring them back. */
export function oversizedDocuments({ changes }: EncodedCommit): StepProblem[] {
  return changes.flatMap(({ id, after }) => {
    const bytes = after === null ? 0 : Buffer.byteLength(after)
    if (bytes <= LIMITS.documentBytes) return []
    const description = `Document "${id}" would have ${bytes} bytes as JSON; ${LIMITS.documentBytes} at most`
    return [{ type: 'validationError', status: 413, description, details: { id } }]
  })
}
