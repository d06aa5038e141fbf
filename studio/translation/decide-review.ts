import { textHash } from '#content/model/text-hash.ts'
import { type TranslatedValue, translationState } from '#content/model/translation.ts'
import type { Decision } from './commit-review.ts'
import { approved, type Reviewing, sentBack, submitted, withdrawn } from './review.ts'
import { readTranslatedValue } from './source-of.ts'

/** What somebody does to a text; what is taken from authors or readers has a reason. */
export type ReviewAct =
  | { kind: 'submit' }
  | { kind: 'approve' }
  | { kind: 'send-back'; reason: string }
  | { kind: 'withdraw'; reason: string }

/** What is done, by whom, to the words and the source that they had before their eyes. */
export type Review = {
  act: ReviewAct
  seen: TranslatedValue
  source: string
  reviewing: Reviewing
}

const GONE = 'Somebody removed this language meanwhile. Nothing was changed.'
const CHANGED =
  'The words were changed while you read. Nothing was changed by you. Read them as they are now, then decide again.'

/** Decides about a text as it really stands: only the words that were seen are judged, and who was first stays first. */
export function decideReview({ act, seen, source, reviewing }: Review) {
  return (stored: unknown): Decision => {
    const current = readTranslatedValue(stored)
    if (current === undefined) return { kind: 'refused', words: GONE }
    if (act.kind === 'withdraw') {
      return current.withdrawn && seen.withdrawn === undefined
        ? first('withdrawn', current.withdrawn.withdrawnBy, current.withdrawn.withdrawnOn)
        : { kind: 'write', value: withdrawn(current, act.reason, reviewing) }
    }
    if (current.text !== seen.text) return { kind: 'refused', words: CHANGED }
    const earlier = firstOf({ current, seen, source })
    if (earlier) return earlier
    if (act.kind === 'submit') return { kind: 'write', value: submitted(current, reviewing) }
    if (act.kind === 'approve') {
      return { kind: 'write', value: approved(current, source, reviewing) }
    }
    return { kind: 'write', value: sentBack(current, act.reason, reviewing) }
  }
}

/** What somebody else decided about these words since they were seen. */
function firstOf({
  current,
  seen,
  source,
}: {
  current: TranslatedValue
  seen: TranslatedValue
  source: string
}): Decision | undefined {
  const { approved: approval, rejected, withdrawn: gone } = current
  if (gone && seen.withdrawn === undefined) {
    return first('withdrawn', gone.withdrawnBy, gone.withdrawnOn)
  }
  const isNew =
    approval?.sourceHash !== seen.approved?.sourceHash || approval?.text !== seen.approved?.text
  if (approval && isNew && translationState(current, source) === 'approved') {
    return first('approved', approval.approvedBy, approval.approvedOn)
  }
  if (rejected && rejected.reason !== seen.rejected?.reason) {
    return first('sent back', rejected.rejectedBy, rejected.rejectedOn)
  }
  return undefined
}

function first(done: string, by: string, on: string): Decision {
  const words = `These words were already ${done}. Nothing was changed by you.`
  return { kind: 'refused', words, by, on }
}

/** The source whose words a text was made from or approved with, where these are no longer the source's words. */
export function olderSourceHash(
  value: TranslatedValue | undefined,
  source: string,
): string | undefined {
  if (value === undefined || value.text.trim() === '') return undefined
  const isApproved = value.approved?.text === value.text
  const hash = isApproved ? value.approved?.sourceHash : value.sourceHash
  return hash === undefined || hash === '' || hash === textHash(source) ? undefined : hash
}
