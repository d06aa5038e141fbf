import type { LakeDocument } from './document.ts'
import type { DocumentStore } from './document-store.ts'
import { pointsStronglyTo, referencesOf } from './references.ts'
import type { StepProblem } from './step-failure.ts'
import type { WorkingCopy } from './working-copy.ts'

/**
 * What is wrong with the strong references after a transaction: those that point nowhere,
 * and those that would be left pointing nowhere. Drafts are held to it as well, as hosted:
 * the Studio writes weak references with `_strengthenOnPublish` until the other is published.
 */
export function brokenReferences(copy: WorkingCopy, store: DocumentStore): StepProblem[] {
  return copy.changes().flatMap(({ id, before, after, index }) => {
    const dangling = after ? danglingIn(after, copy) : []
    const isGone = !after || (before && before._type !== after._type)
    return [...dangling, ...(isGone ? leftBehind(id, !after, copy, store) : [])].map((problem) => ({
      ...problem,
      index,
    }))
  })
}

function danglingIn(document: LakeDocument, copy: WorkingCopy): StepProblem[] {
  const missing = referencesOf(document).find(({ id, isStrong }) => isStrong && !copy.get(id))
  if (!missing) return []
  return [
    {
      type: 'documentReferenceDoesNotExistError',
      status: 409,
      description: `Document "${document._id}" references nonexistent document "${missing.id}"`,
      details: { id: missing.id, referencingID: document._id },
    },
  ]
}

function leftBehind(
  id: string,
  isDeleted: boolean,
  copy: WorkingCopy,
  store: DocumentStore,
): StepProblem[] {
  const referencingIDs = [...store.referrersOf(id)].filter((referrer) => {
    const document = copy.get(referrer)
    return referrer !== id && document && pointsStronglyTo(document, id)
  })
  const [first] = referencingIDs
  if (first === undefined) return []
  return [
    {
      type: 'documentHasExistingReferencesError',
      status: 409,
      description: `Document "${id}" cannot ${isDeleted ? 'be deleted' : 'change its type'} as there are references to it from "${first}"`,
      details: { id, referencingIDs },
    },
  ]
}
