import { type Attestation, attestationsIn, isSame, stillHolds } from './attestations.ts'
import { familyOf } from './family-of.ts'
import { newWordProblem } from './new-word-problem.ts'
import type { ProposedChange, Refusal } from './refusal.ts'
import { returnProblems } from './return-problems.ts'

/** What a gate knows of a transaction beside its documents. */
export type AttestationCase = {
  changes: readonly ProposedChange[]
  /** Id of who writes. */
  writer: string
  /** Whether a program writes: it may carry what people said, verify nothing and approve nothing. */
  isRobot: boolean
  /** Draft and published document of each that is changed, as they stood before, by id. */
  standing: ReadonlyMap<string, Record<string, unknown>>
  /** Epoch ms. */
  now: number
}

/**
 * A person's word can only be given by that person: verified, confirmed, approved, rejected, withdrawn, recorded.
 * Holds for every document, drafts included. A word that stands in the draft may go into what is published, and back.
 */
export function attestationGate(asked: AttestationCase): Refusal[] {
  const { changes, writer, isRobot, standing, now } = asked
  return changes.flatMap((change): Refusal[] => {
    const { id, after } = change
    const sources = versionsOf(change, standing)
    const returns = returnProblems({ ...asked, change })
    if (after === undefined) return returns.map((problem) => ({ documentId: id, ...problem }))
    const stood = sources.flatMap((source) => attestationsIn(source))
    // What was withdrawn in the document itself is told by what stands in the way of its return.
    const own = attestationsIn(change.before)
    const given = attestationsIn(after).filter(
      (word) =>
        !own.some((old) => isSame(old, word)) && !stood.some((old) => stillHolds(old, word)),
    )
    const problems = given.flatMap((word) => {
      const problem = newWordProblem({ word, after, sources, writer, isRobot, now })
      return problem === undefined ? [] : [{ ...placeOf(word), message: problem }]
    })
    return [...problems, ...returns].map((problem) => ({ documentId: id, ...problem }))
  })
}

/** Ids of the documents that have to be known for this: none where nobody's word is new, and none is taken back. */
export function idsForAttestations(changes: readonly ProposedChange[]): string[] {
  return changes.flatMap(({ id, before, after }) => {
    const old = attestationsIn(before)
    const words = attestationsIn(after)
    const isNew = words.some((word) => !old.some((one) => isSame(one, word)))
    const isGone = old.some(
      ({ kind, path }) =>
        (kind === 'withdrawal' || kind === 'withdrawn' || kind === 'verification') &&
        !words.some((word) => word.kind === kind && word.path === path),
    )
    return isNew || isGone ? familyOf(id) : []
  })
}

function versionsOf({ id, before }: ProposedChange, standing: AttestationCase['standing']) {
  const others = familyOf(id).filter((one) => one !== id)
  return [before, ...others.map((one) => standing.get(one))].filter((one) => one !== undefined)
}

function placeOf({ path, language }: Attestation): Pick<Refusal, 'path' | 'language'> {
  return { path, ...(language !== undefined && { language }) }
}
