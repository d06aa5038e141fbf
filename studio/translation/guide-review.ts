import { z } from 'zod'
import { textBlock } from '#content/model/documents/guide.ts'
import { guideState as stateOf } from '#content/model/guide-state.ts'
import { guideText } from '#content/model/guide-text.ts'
import { textHash } from '#content/model/text-hash.ts'
import { rejection, textWithdrawal } from '#content/model/translation.ts'
import type { Decision } from './commit-review.ts'
import type { ReviewAct } from './decide-review.ts'
import { type Reviewing, withdrawalBy } from './review.ts'
import type { TextState } from './text-state.ts'

// While it is being written much may be missing yet.
const begun = z.looseObject({
  slug: z.object({ current: z.string() }).optional(),
  language: z.string().default(''),
  title: z.string().default(''),
  summary: z.string().default(''),
  body: z.array(textBlock).default([]),
  origin: z.enum(['human', 'machine']).default('human'),
  sourceHash: z.string().default(''),
  submittedOn: z.string().optional(),
  rejected: rejection.optional(),
  approved: z
    .object({
      textHash: z.string(),
      approvedBy: z.string(),
      approvedOn: z.string(),
      approvedAt: z.string().optional(),
    })
    .optional(),
  withdrawn: textWithdrawal.optional(),
})

/** A guide as far as it is written. */
export type BegunGuide = z.infer<typeof begun>

/** Reads a guide while it is being written; `undefined` where it is none. */
export function readGuide(document: unknown): BegunGuide | undefined {
  return begun.safeParse(document).data
}

/** Where a guide stands. `source` are the words of the English one as they are now; absent for the English itself. */
export function guideState(guide: BegunGuide, source: string | undefined): TextState {
  return stateOf(guide, { words: guideText(guide), source: source ?? '' })
}

/** What is done to a guide; `match` says that it is a translation of the source as it stands now. */
export type GuideAct = ReviewAct | { kind: 'match' }

/** What is done, by whom, to the words that they had before their eyes. */
export type GuideReview = {
  act: GuideAct
  seen: BegunGuide
  source: string | undefined
  reviewing: Reviewing
}

const CHANGED =
  'The guide was changed while you read. Nothing was changed by you. Read it as it is now, then decide again.'

/** Decides about a guide as it really stands: only the words that were seen are judged; they are withdrawn as they are. */
export function decideGuideReview({ act, seen, source, reviewing }: GuideReview) {
  return (stored: unknown): Decision => {
    const current = readGuide(stored)
    if (current && act.kind === 'withdraw') {
      return current.withdrawn && seen.withdrawn === undefined
        ? firstToWithdraw(current.withdrawn)
        : { kind: 'write', value: after(current, { act, source, reviewing }) }
    }
    const text = current && guideText(current)
    if (current === undefined || text !== guideText(seen)) {
      return { kind: 'refused', words: CHANGED }
    }
    const earlier = firstOf(current, seen, textHash(text))
    return earlier ?? { kind: 'write', value: after(current, { act, source, reviewing }) }
  }
}

function firstOf(current: BegunGuide, seen: BegunGuide, hash: string): Decision | undefined {
  const { approved, rejected, withdrawn } = current
  if (withdrawn && seen.withdrawn === undefined) return firstToWithdraw(withdrawn)
  if (approved?.textHash === hash && seen.approved?.textHash !== hash) {
    const words = 'This guide was already approved. Nothing was changed by you.'
    return { kind: 'refused', words, by: approved.approvedBy, on: approved.approvedOn }
  }
  if (rejected && rejected.reason !== seen.rejected?.reason) {
    const words = 'This guide was already sent back. Nothing was changed by you.'
    return { kind: 'refused', words, by: rejected.rejectedBy, on: rejected.rejectedOn }
  }
  return undefined
}

function firstToWithdraw({
  withdrawnBy: by,
  withdrawnOn: on,
}: NonNullable<BegunGuide['withdrawn']>): Decision {
  const words = 'This guide was already withdrawn. Nothing was changed by you.'
  return { kind: 'refused', words, by, on }
}

/** Attributes of the guide that are written; those that are `undefined` are taken away. */
function after(
  guide: BegunGuide,
  { act, source, reviewing }: Omit<GuideReview, 'seen'>,
): Record<string, unknown> {
  const { by, on, at } = reviewing
  switch (act.kind) {
    case 'submit':
      return { submittedOn: on, rejected: undefined }
    case 'approve': {
      const approved = {
        textHash: textHash(guideText(guide)),
        approvedBy: by,
        approvedOn: on,
        ...(at !== undefined && { approvedAt: at }),
      }
      return { approved, submittedOn: undefined, rejected: undefined, withdrawn: undefined }
    }
    case 'send-back': {
      const rejected = { rejectedOn: on, rejectedBy: by, reason: act.reason }
      return { rejected, submittedOn: undefined }
    }
    case 'withdraw':
      return { withdrawn: withdrawalBy(reviewing, act.reason), submittedOn: undefined }
    case 'match':
      return { sourceHash: textHash(source ?? guideText(guide)) }
  }
}
