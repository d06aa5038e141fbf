import type { Path, ValidationError } from 'sanity'
import type { z } from 'zod'

/** What the model has against a document, each with the field it is about; `true` where it has nothing. */
export function problemsOf(model: z.ZodObject, document: unknown): true | ValidationError[] {
  const { error } = model.safeParse(document)
  if (error === undefined) return true
  return error.issues.map((issue) => ({
    message: isMissing(issue, document) ? missing(issue) : issue.message,
    path: studioPath(issue.path, document),
  }))
}

/** The Studio unsets a list whose last item goes: one that may not be empty is missing then. */
function missing(issue: z.core.$ZodIssue): string {
  const isList = issue.code === 'invalid_type' && issue.expected === 'array'
  return isList ? 'Add at least one' : 'Required'
}

function isMissing(issue: z.core.$ZodIssue, document: unknown): boolean {
  return issue.code === 'invalid_type' && issue.path.reduce(valueAt, document) === undefined
}

/** The Studio finds an object in a list by its key, where the model counts. */
function studioPath(path: readonly PropertyKey[], document: unknown): Path {
  let value = document
  return path.map((step) => {
    value = valueAt(value, step)
    const key = typeof step === 'number' ? valueAt(value, '_key') : undefined
    if (typeof key === 'string') return { _key: key }
    return typeof step === 'number' ? step : String(step)
  })
}

function valueAt(value: unknown, step: PropertyKey): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.entries(value).find(([key]) => key === String(step))?.[1]
}
