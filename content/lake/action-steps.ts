import { ACTION_SCHEMAS } from './action.ts'
import { isJsonObject, type LakeDocument, publishedIdOf } from './document.ts'
import { MUTATION_SCHEMAS, type Mutation } from './mutation.ts'
import { check } from './parse-mutation.ts'
import { StepFailure } from './step-failure.ts'
import { strengthenReferences } from './strengthen.ts'
import type { WorkingCopy } from './working-copy.ts'
import type { Step } from './writer.ts'

const PREFIX = 'sanity.action.document.'

/**
 * Step of a transaction that does what an action of the Studio means.
 *
 * @see https://www.sanity.io/docs/http-reference/actions
 */
export function actionStep(value: unknown): Step {
  return (copy) => {
    const { actionType, ...body } = isJsonObject(value) ? value : {}
    if (typeof actionType !== 'string' || !actionType.startsWith(PREFIX)) {
      throw invalid(`actionType has to be a name that starts with ${PREFIX}`)
    }
    return mutationsOf(actionType.slice(PREFIX.length), body, copy)
  }
}

function mutationsOf(name: string, body: unknown, copy: WorkingCopy): Mutation[] {
  switch (name) {
    case 'create': {
      const { publishedId, attributes, ifExists } = check(name, ACTION_SCHEMAS[name], body)
      requireDraftOf(attributes._id, publishedId)
      if (copy.get(publishedId)) throw conflict(`"${publishedId}" is published already`)
      if (ifExists === 'ignore' && copy.get(attributes._id)) return []
      return [{ kind: 'create', document: attributes }]
    }
    case 'replaceDraft': {
      const { publishedId, attributes } = check(name, ACTION_SCHEMAS[name], body)
      requireDraftOf(attributes._id, publishedId)
      if (!copy.get(attributes._id)) present(copy, publishedId, 'Published document')
      return [{ kind: 'createOrReplace', document: attributes }]
    }
    case 'edit': {
      const { draftId, publishedId, patch } = check(name, ACTION_SCHEMAS[name], body)
      requireDraftOf(draftId, publishedId)
      const edit: Mutation = { kind: 'patch', patch: { ...patch, id: draftId } }
      if (copy.get(draftId)) return [edit]
      return [copied(present(copy, publishedId, 'Published document'), draftId), edit]
    }
    case 'publish':
      return publish(body, copy)
    case 'unpublish': {
      const { draftId, publishedId } = check(name, ACTION_SCHEMAS[name], body)
      requireDraftOf(draftId, publishedId)
      const published = present(copy, publishedId, 'Published document')
      const draft = copy.get(draftId) ? [] : [copied(published, draftId)]
      return [...draft, deleted(publishedId)]
    }
    case 'discard': {
      const { draftId } = check(name, ACTION_SCHEMAS[name], body)
      present(copy, draftId, 'Draft')
      return [deleted(draftId)]
    }
    case 'delete':
      return remove(body, copy)
    case 'version.create': {
      const action = check(name, ACTION_SCHEMAS[name], body)
      if ('document' in action) return [{ kind: 'create', document: action.document }]
      const base = present(copy, action.baseId, 'Base document')
      requireRevision(base, action.ifBaseRevisionId)
      return [copied(base, action.versionId)]
    }
    case 'version.replace': {
      const { document } = check(name, ACTION_SCHEMAS[name], body)
      present(copy, document._id, 'Version')
      return [{ kind: 'createOrReplace', document }]
    }
    case 'version.discard': {
      const { versionId } = check(name, ACTION_SCHEMAS[name], body)
      present(copy, versionId, 'Version')
      return [deleted(versionId)]
    }
    default:
      throw invalid(`there is no action "${name}" here`)
  }
}

function publish(body: unknown, copy: WorkingCopy): Mutation[] {
  const action = check('publish', ACTION_SCHEMAS.publish, body)
  requireDraftOf(action.draftId, action.publishedId)
  const draft = present(copy, action.draftId, 'Draft')
  requireRevision(draft, action.ifDraftRevisionId)
  const published = copy.get(action.publishedId)
  if (action.ifPublishedRevisionId !== undefined) {
    requireRevision(
      published ?? present(copy, action.publishedId, 'Published document'),
      action.ifPublishedRevisionId,
    )
  }
  const document = {
    ...strengthenReferences(draft),
    _id: action.publishedId,
    _type: draft._type,
    _createdAt: published?._createdAt ?? draft._createdAt,
  }
  return [{ kind: 'createOrReplace', document }, deleted(action.draftId)]
}

function remove(body: unknown, copy: WorkingCopy): Mutation[] {
  const { publishedId, includeDrafts = [] } = check('delete', ACTION_SCHEMAS.delete, body)
  const ids = [publishedId, ...includeDrafts]
  for (const id of includeDrafts) {
    if (id === publishedId || publishedIdOf(id) !== publishedId) {
      throw invalid(`"${id}" is no draft of "${publishedId}"`)
    }
  }
  const left = `drafts.${publishedId}`
  if (copy.get(left) && !ids.includes(left)) {
    throw conflict(`"${publishedId}" has the draft "${left}", which is not in includeDrafts`)
  }
  const found = ids.filter((id) => copy.get(id))
  if (found.length === 0) present(copy, publishedId, 'Document')
  return found.map(deleted)
}

function copied(document: LakeDocument, id: string): Mutation {
  return {
    kind: 'create',
    document: check('copy', MUTATION_SCHEMAS.create, { ...document, _id: id }),
  }
}

function deleted(id: string): Mutation {
  return { kind: 'delete', selection: { id } }
}

function present(copy: WorkingCopy, id: string, what: string): LakeDocument {
  const document = copy.get(id)
  if (document) return document
  const description = `${what} "${id}" was not found`
  throw new StepFailure({
    type: 'documentNotFoundError',
    status: 409,
    description,
    details: { id },
  })
}

function requireDraftOf(draftId: string, publishedId: string): void {
  if (publishedId.startsWith('drafts.') || draftId !== `drafts.${publishedId}`) {
    throw invalid(
      `the draft of "${publishedId}" has the id "drafts.${publishedId}", not "${draftId}"`,
    )
  }
}

function requireRevision(document: LakeDocument, expected: string | undefined): void {
  if (expected === undefined || expected === document._rev) return
  throw new StepFailure({
    type: 'documentRevisionIDDoesNotMatchError',
    status: 409,
    description: `Document "${document._id}" has unexpected revision ID ("${document._rev}"), expected "${expected}"`,
    details: { id: document._id, currentRevisionID: document._rev, expectedRevisionID: expected },
  })
}

function invalid(reason: string): StepFailure {
  return new StepFailure({
    type: 'validationError',
    status: 400,
    description: `Malformed action: ${reason}`,
  })
}

function conflict(description: string): StepFailure {
  return new StepFailure({ type: 'documentAlreadyExistsError', status: 409, description })
}
