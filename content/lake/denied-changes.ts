import type { LakeDocument } from './document.ts'
import { publishedIdOf } from './document.ts'
import { type Identity, type Need, SEES_EVERYTHING } from './rights.ts'
import type { StepProblem } from './step-failure.ts'
import type { WorkingCopy } from './working-copy.ts'

/** Changes of a transaction that its sender may not make, each judged by the document before and after. */
export function deniedChanges(copy: WorkingCopy, identity: Identity): StepProblem[] {
  const changes = copy.changes()
  const draftOf = (id: string) =>
    changes.find((other) => other.id !== id && !other.after && publishedIdOf(other.id) === id)
  return changes.flatMap(({ id, before, after, index }) => {
    if (before && !sees(identity, before)) return [{ ...taken(id), index }]
    const need: Need = !before ? 'create' : after ? 'update' : 'delete'
    const publishedId = publishedIdOf(id)
    const published = publishedId === id ? undefined : copy.stored(publishedId)
    const draft = after && draftOf(id)?.before
    const reason =
      before && !seesWhole(identity, before)
        ? 'Of this document you see only a part'
        : identity.refusalOf(need, { before, after, published, draft })
    return reason === undefined ? [] : [{ ...denied(need, reason), index }]
  })
}

/** Problem of a step that needs a right which its sender lacks. */
export function denied(need: Need, description: string): StepProblem {
  return {
    type: 'insufficientPermissionsError',
    status: 403,
    description,
    details: { permission: need },
  }
}

/** An id that is hidden is still taken: that much has to be told. */
function taken(id: string): StepProblem {
  return {
    type: 'documentAlreadyExistsError',
    status: 409,
    description: `Document by ID "${id}" already exists`,
    details: { id },
  }
}

function sees({ audience }: Identity, document: LakeDocument): boolean {
  return audience.key === SEES_EVERYTHING.key || audience.see(document) !== undefined
}

function seesWhole({ audience }: Identity, document: LakeDocument): boolean {
  return audience.key === SEES_EVERYTHING.key || audience.see(document) === document
}
