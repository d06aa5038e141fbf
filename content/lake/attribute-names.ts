import { isJsonObject } from './document.ts'
import type { StepProblem } from './step-failure.ts'
import type { WorkingCopy } from './working-copy.ts'

/**
 * Names that make a document unreadable: groq-js (2.0.1) and `@sanity/mutator` (6.9.1) call
 * `hasOwnProperty` on the document itself, so that one such draft would break every query that
 * looks at it; `__proto__` gets lost on the first patch.
 */
const UNREADABLE: readonly string[] = ['hasOwnProperty', '__proto__']

/** Attributes, at any depth, that the documents may not have after a transaction. */
export function unreadableAttributes(copy: WorkingCopy): StepProblem[] {
  return copy.changes().flatMap(({ id, after, index }) => {
    const name = unreadableIn(after)
    if (name === undefined) return []
    const description = `Document "${id}" cannot have an attribute "${name}": give it another name`
    return [{ type: 'validationError', status: 400, description, details: { id }, index }]
  })
}

function unreadableIn(value: unknown): string | undefined {
  if (isJsonObject(value)) {
    const name = Object.keys(value).find((key) => UNREADABLE.includes(key))
    return name ?? firstIn(Object.values(value))
  }
  return Array.isArray(value) ? firstIn(value) : undefined
}

function firstIn(values: readonly unknown[]): string | undefined {
  for (const value of values) {
    const name = unreadableIn(value)
    if (name !== undefined) return name
  }
  return undefined
}
