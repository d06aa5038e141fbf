import type { CurrentDocuments } from './commit-group.ts'
import type { LakeDocument } from './document.ts'
import { pointsStronglyTo, referencesOf } from './references.ts'
import type { StepProblem } from './step-failure.ts'
import type { WorkingCopy } from './working-copy.ts'

/** For the place of an id in a message to somebody who does not see that document. */
const UNSEEN = 'a document that you do not see'

/**
 * What is wrong with the strong references after a transaction: those that point nowhere,
 * and those that would be left pointing nowhere. Drafts are held to it as well, as hosted:
 * the Studio writes weak references with `_strengthenOnPublish` until the other is published.
 * To its sender, a document that he does not see is not there: he cannot begin to point to it. One
 * that points to his own still holds it, and is not named.
 */
export function brokenReferences(copy: WorkingCopy, store: CurrentDocuments): StepProblem[] {
  return copy.changes().flatMap(({ id, before, after, index }) => {
    const dangling = after ? danglingIn(after, before, copy) : []
    const isGone = !after || (before && before._type !== after._type)
    return [...dangling, ...(isGone ? leftBehind(id, !after, copy, store) : [])].map((problem) => ({
      ...problem,
      index,
    }))
  })
}

function danglingIn(
  document: LakeDocument,
  before: LakeDocument | undefined,
  copy: WorkingCopy,
): StepProblem[] {
  const isThere = (id: string) =>
    copy.get(id) !== undefined ||
    (copy.stored(id) !== undefined && before !== undefined && pointsStronglyTo(before, id))
  const missing = referencesOf(document).find(({ id, isStrong }) => isStrong && !isThere(id))
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
  store: CurrentDocuments,
): StepProblem[] {
  const holders = [...store.referrersOf(id)].filter((referrer) => {
    const document = copy.stored(referrer)
    return referrer !== id && document && pointsStronglyTo(document, id)
  })
  if (holders.length === 0) return []
  const referencingIDs = holders.filter((referrer) => {
    const document = copy.get(referrer)
    return document && pointsStronglyTo(document, id)
  })
  const [first] = referencingIDs
  const named = first === undefined ? UNSEEN : `"${first}"`
  return [
    {
      type: 'documentHasExistingReferencesError',
      status: 409,
      description: `Document "${id}" cannot ${isDeleted ? 'be deleted' : 'change its type'} as there are references to it from ${named}`,
      details: { id, referencingIDs },
    },
  ]
}
