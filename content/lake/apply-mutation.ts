import { isJsonObject, type LakeDocument } from './document.ts'
import type { Mutation } from './mutation.ts'
import { patchDocument } from './patch-document.ts'
import type { Need } from './rights.ts'
import { StepFailure } from './step-failure.ts'
import type { WorkingCopy } from './working-copy.ts'

/** What one mutation did to one document, as the response tells it. */
export interface MutationResult {
  id: string
  operation: 'create' | 'update' | 'delete' | 'none'
}

/** Everything that a mutation needs besides the documents. */
export interface MutationContext {
  transactionId: string
  timestamp: string
  index: number
  randomId(): string
  /** Ids that a GROQ selection finds in the documents as they were before the transaction. */
  select(query: string, params: Record<string, unknown>): Promise<string[]>
}

/** Right that a mutation needs, given what is there already. */
export function needOf(mutation: Mutation, copy: WorkingCopy): Need {
  switch (mutation.kind) {
    case 'create':
    case 'createIfNotExists':
      return 'create'
    case 'createOrReplace':
      return copy.get(mutation.document._id) ? 'update' : 'create'
    case 'patch':
      return 'update'
    case 'delete':
      return 'delete'
  }
}

/**
 * Writes one mutation on the working copy.
 *
 * @throws StepFailure where it cannot be done
 */
export async function applyMutation(
  mutation: Mutation,
  copy: WorkingCopy,
  context: MutationContext,
): Promise<MutationResult[]> {
  switch (mutation.kind) {
    case 'create': {
      const { document } = mutation
      const id = completeId(document._id, context)
      if (copy.get(id)) throw alreadyExists(id)
      return [write(copy, { ...document, _id: id }, mutation.kind, context)]
    }
    case 'createIfNotExists': {
      const { document } = mutation
      if (copy.get(document._id)) return [{ id: document._id, operation: 'none' }]
      return [write(copy, document, mutation.kind, context)]
    }
    case 'createOrReplace':
      return [write(copy, mutation.document, mutation.kind, context)]
    case 'delete': {
      const ids = await selected(mutation.selection, context)
      return ids.map((id) => remove(copy, id, context))
    }
    case 'patch': {
      const { id, query: _query, params: _params, ifRevisionID, ...operations } = mutation.patch
      const ids = await selected(mutation.patch, context)
      // A document that an earlier mutation of this transaction deleted was still found by the query.
      const present = id === undefined ? ids.filter((found) => copy.get(found)) : ids
      return present.map((found) => {
        const before = copy.get(found)
        if (!before) throw notFound(found)
        if (ifRevisionID !== undefined && ifRevisionID !== before._rev) {
          throw otherRevision(before, ifRevisionID)
        }
        const after = patchDocument(before, operations, context)
        copy.write(found, after, { patch: { ...operations, id: found } }, context.index)
        return { id: found, operation: 'update' }
      })
    }
  }
}

type DocumentBody = { _type: string; _createdAt?: string | undefined; [attribute: string]: unknown }

function write(
  copy: WorkingCopy,
  body: DocumentBody & { _id: string },
  kind: 'create' | 'createIfNotExists' | 'createOrReplace',
  { transactionId, timestamp, index }: MutationContext,
): MutationResult {
  const before = copy.get(body._id)
  const after: LakeDocument = {
    ...body,
    _createdAt: body._createdAt ?? before?._createdAt ?? timestamp,
    _updatedAt: timestamp,
    _rev: transactionId,
  }
  copy.write(body._id, after, { [kind]: after }, index)
  return { id: body._id, operation: before ? 'update' : 'create' }
}

function remove(copy: WorkingCopy, id: string, { index }: MutationContext): MutationResult {
  if (!copy.get(id)) return { id, operation: 'none' }
  copy.write(id, undefined, { delete: { id } }, index)
  return { id, operation: 'delete' }
}

function completeId(id: string | undefined, { randomId }: MutationContext): string {
  if (id === undefined) return randomId()
  return id.endsWith('.') ? id + randomId() : id
}

type Selection = {
  id?: string | undefined
  query?: string | undefined
  params?: Record<string, unknown> | undefined
}

async function selected({ id, query, params }: Selection, context: MutationContext) {
  if (id !== undefined) return [id]
  return context.select(query ?? '', params ?? {})
}

/** Ids in the result of a selecting query: a document, a list of documents, or ids. */
export function idsIn(result: unknown): string[] {
  const items = Array.isArray(result) ? result : [result]
  const ids = items.flatMap((item) => {
    if (item === null) return []
    const id = isJsonObject(item) ? item['_id'] : item
    if (typeof id === 'string') return [id]
    throw new StepFailure({
      type: 'validationError',
      status: 400,
      description: 'The query of a selection has to return documents, or their _id',
    })
  })
  return [...new Set(ids)]
}

function alreadyExists(id: string): StepFailure {
  const description = `Document by ID "${id}" already exists`
  return new StepFailure({
    type: 'documentAlreadyExistsError',
    status: 409,
    description,
    details: { id },
  })
}

function notFound(id: string): StepFailure {
  const description = `The document with the ID "${id}" was not found`
  return new StepFailure({
    type: 'documentNotFoundError',
    status: 409,
    description,
    details: { id },
  })
}

function otherRevision(before: LakeDocument, expected: string): StepFailure {
  return new StepFailure({
    type: 'documentRevisionIDDoesNotMatchError',
    status: 409,
    description: `Document "${before._id}" has unexpected revision ID ("${before._rev}"), expected "${expected}"`,
    details: { id: before._id, currentRevisionID: before._rev, expectedRevisionID: expected },
  })
}
