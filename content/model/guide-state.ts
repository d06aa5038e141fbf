import { z } from 'zod'
import { textHash } from './text-hash.ts'
import { rejection, type TranslationState } from './translation.ts'

/** What is kept with a guide about its review. */
export const guideReview = z.object({
  origin: z.enum(['human', 'machine']).catch('human'),
  sourceHash: z.string().nullish(),
  submittedOn: z.string().nullish(),
  rejected: rejection.partial().nullish(),
  approved: z.object({ textHash: z.string() }).nullish(),
  withdrawn: z.looseObject({}).nullish(),
})
export type GuideReview = z.infer<typeof guideReview>

/** Where a guide in one language stands. `words` and `source` are its `guideText` and that of its source, empty of none. */
export function guideState(
  review: GuideReview,
  { words, source }: { words: string; source: string },
): TranslationState | 'sent-back' | 'withdrawn' {
  if (words.trim() === '') return 'missing'
  if (review.withdrawn) return 'withdrawn'
  if (review.approved?.textHash === textHash(words)) {
    return source === '' || review.sourceHash === textHash(source) ? 'approved' : 'outdated'
  }
  if (review.rejected) return 'sent-back'
  if (review.submittedOn) return 'in-review'
  return review.origin === 'machine' ? 'machine-unreviewed' : 'draft'
}
