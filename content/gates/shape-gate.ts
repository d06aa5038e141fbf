import type { z } from 'zod'
import {
  type AnyDocument,
  anyDocument,
  DOCUMENT_TYPES,
} from '#content/model/documents/any-document.ts'
import { hoursRefusals } from './hours-gate.ts'
import { imageRightProblem } from './image-rights.ts'
import { nameOf } from './name-of.ts'
import { numberRefusals } from './number-gate.ts'
import { isFree, type ProposedChange, pathOf, type Refusal } from './refusal.ts'

/**
 * Lets a published document pass only in its shape, with hours that can be read and numbers that can exist.
 * Drafts are free: nobody needs a half-written document to be right. An empty list lets everything pass.
 */
export function shapeGate({ changes }: { changes: readonly ProposedChange[] }): Refusal[] {
  return changes.flatMap((change) => {
    if (change.after === undefined || isFree(change)) return []
    const result = anyDocument.safeParse(change.after)
    if (!result.success) return result.error.issues.map((issue) => refusalOf(issue, change))
    return sanityOf(result.data)
  })
}

function sanityOf(document: AnyDocument): Refusal[] {
  if (document._type !== 'helpline' && document._type !== 'service') return []
  return [...hoursRefusals(document), ...numberRefusals(document)]
}

function refusalOf(issue: z.core.$ZodIssue, { id, after }: ProposedChange): Refusal {
  const path = pathOf(issue.path)
  const type = String(after?.['_type'] ?? '')
  const document = `${nameOf({ ...after, _id: id })} cannot be published`
  if (issue.path[0] === '_type') {
    const types = DOCUMENT_TYPES.join(', ')
    return {
      documentId: id,
      path,
      message: `"${id}" cannot be published: its type "${type}" is not one of ${types}.`,
    }
  }
  const right = imageRightProblem(issue)
  if (right !== undefined)
    return { documentId: id, path, message: `${document}: ${path}: ${right}.` }
  const isAbsent = issue.code === 'invalid_type' || issue.code === 'invalid_value'
  const value = valueAt(after, issue.path)
  const isMissing = (isAbsent && value === undefined) || isEmpty(value)
  const message = isMissing
    ? `${document}: ${path} is missing. Fill it in and publish again.`
    : `${document}: ${path}: ${issue.message}. Correct it and publish again.`
  return { documentId: id, path, message }
}

function isEmpty(value: unknown): boolean {
  return value === '' || (Array.isArray(value) && value.length === 0)
}

function valueAt(document: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, step) => {
    if (typeof value !== 'object' || value === null) return undefined
    return Object.entries(value).find(([key]) => key === String(step))?.[1]
  }, document)
}
