import { isJsonObject } from './document.ts'
import type { StepProblem } from './step-failure.ts'
import type { WorkingCopy } from './working-copy.ts'

/**
 * Names that make a document unreadable: groq-js (2.0.1) and `@sanity/mutator` (6.9.1) call
 * `hasOwnProperty` on the document itself, so that one such draft would break every query that
 * looks at it; `__proto__` gets lost on the first patch.
 */
const UNREADABLE: readonly string[] = ['hasOwnProperty', '__proto__']

/**
 * Attributes, at any depth, that the documents may not have after a transaction; and numbers too large for
 * JSON, which would be `null` on the disk: a sum, or `1e999` in a request.
 */
export function unreadableAttributes(copy: WorkingCopy): StepProblem[] {
  return copy.changes().flatMap(({ id, after, index }) => {
    const reason = unreadableIn(after)
    if (reason === undefined) return []
    const description = `Document "${id}" cannot have ${reason}`
    return [{ type: 'validationError', status: 400, description, details: { id }, index }]
  })
}

function unreadableIn(value: unknown): string | undefined {
  if (isJsonObject(value)) {
    const name = Object.keys(value).find((key) => UNREADABLE.includes(key))
    if (name !== undefined) return `an attribute "${name}": give it another name`
    return firstIn(Object.values(value))
  }
  if (typeof value === 'number' && !Number.isFinite(value)) return 'a number beyond 1.79e308'
  return Array.isArray(value) ? firstIn(value) : undefined
}

function firstIn(values: readonly unknown[]): string | undefined {
  for (const value of values) {
    const reason = unreadableIn(value)
    if (reason !== undefined) return reason
  }
  return undefined
}
