import type { z } from 'zod'
import { isJsonObject } from './document.ts'
import { MUTATION_SCHEMAS, type Mutation } from './mutation.ts'
import { StepFailure } from './step-failure.ts'

/**
 * Reads one mutation of a request.
 *
 * @throws StepFailure 400 that names the field and what is wrong with it
 */
export function parseMutation(value: unknown): Mutation {
  const keys = isJsonObject(value) ? Object.keys(value) : []
  const [key] = keys
  if (!isJsonObject(value) || keys.length !== 1 || key === undefined) {
    throw malformed('a mutation is an object with one key: create, patch, delete, ...')
  }
  const body = value[key]
  switch (key) {
    case 'create':
      return { kind: key, document: check(key, MUTATION_SCHEMAS.create, body) }
    case 'createIfNotExists':
    case 'createOrReplace':
      return { kind: key, document: check(key, MUTATION_SCHEMAS[key], body) }
    case 'delete':
      return { kind: key, selection: check(key, MUTATION_SCHEMAS.delete, body) }
    case 'patch':
      return { kind: key, patch: check(key, MUTATION_SCHEMAS.patch, body) }
    default:
      throw malformed(`there is no mutation "${key}"`)
  }
}

/**
 * Reads a value by its schema.
 *
 * @param where first part of the path named in the error
 * @throws StepFailure 400
 */
export function check<S extends z.ZodType>(where: string, schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const path = [where, ...(issue?.path ?? [])].map(String).join('.')
  throw malformed(`${path}: ${issue?.message ?? 'invalid'}`)
}

function malformed(reason: string): StepFailure {
  return new StepFailure({
    type: 'validationError',
    status: 400,
    description: `Malformed mutation: ${reason}`,
  })
}
