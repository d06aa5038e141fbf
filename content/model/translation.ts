import { z } from 'zod'
import { day } from './ids.ts'
import { languageTag } from './language-tag.ts'
import { TEXT_LIMITS } from './limits.ts'
import { textHash } from './text-hash.ts'

/** A name in several languages; names need no approval. Sanity's `internationalizedArray` of strings. */
export const localizedName = z
  .array(
    z.object({
      _key: z.string(),
      language: languageTag,
      value: z.string().min(1).max(TEXT_LIMITS.name),
    }),
  )
  .max(100)

/** A text that a reviewer let out, with the hash of the source it was made from. */
export const approval = z.object({
  text: z.string().min(1).max(TEXT_LIMITS.paragraph),
  sourceHash: z.string(),
  approvedBy: z.string().min(1),
  approvedOn: day,
  /** The moment: what was approved before a withdrawal does not outlast it. */
  approvedAt: z.iso.datetime().optional(),
})

/** Why nobody may read a text any more. It comes back by an approval that is later than this. */
export const textWithdrawal = z.object({
  withdrawnOn: day,
  withdrawnBy: z.string(),
  withdrawnAt: z.iso.datetime().optional(),
  reason: z.string().min(1),
})

/** Why a reviewer gave a text back; gone once it is submitted again. */
export const rejection = z.object({
  rejectedOn: day,
  rejectedBy: z.string().min(1),
  reason: z.string().min(1).max(TEXT_LIMITS.line),
})

/**
 * One language of a translated text. `text` is what is being worked on; the public only ever sees
 * `approved.text`, and nothing once `withdrawn` is set.
 */
export const translatedValue = z.object({
  text: z.string().max(TEXT_LIMITS.paragraph),
  origin: z.enum(['human', 'machine']),
  sourceHash: z.string(),
  submittedOn: day.optional(),
  rejected: rejection.optional(),
  approved: approval.optional(),
  withdrawn: textWithdrawal.optional(),
})
export type TranslatedValue = z.infer<typeof translatedValue>

/** A sentence or a short fact in several languages, each with its review. */
export const translatedText = z
  .array(z.object({ _key: z.string(), language: languageTag, value: translatedValue }))
  .max(100)

export const TRANSLATION_STATES = [
  'missing',
  'draft',
  'machine-unreviewed',
  'in-review',
  'approved',
  'outdated',
] as const
export type TranslationState = (typeof TRANSLATION_STATES)[number]

/** Where a translation stands, worked out from the current source text; never stored. */
export function translationState(
  value: TranslatedValue | undefined,
  source: string,
): TranslationState {
  if (value === undefined || value.text.trim() === '') return 'missing'
  const isApproved = value.approved !== undefined && value.approved.text === value.text
  if (isApproved) return value.approved?.sourceHash === textHash(source) ? 'approved' : 'outdated'
  if (value.submittedOn !== undefined) return 'in-review'
  return value.origin === 'machine' ? 'machine-unreviewed' : 'draft'
}
