import { z } from 'zod'
import { day } from './ids.ts'
import { languageTag } from './language-tag.ts'
import { LIST_LIMIT, TEXT_LIMITS } from './limits.ts'

/** Yes, no, or not known. Unknown means it is not claimed. */
export const knowledge = z.enum(['yes', 'no', 'unknown'])
export type Knowledge = z.infer<typeof knowledge>

/** How somebody found out: by calling, from the owner's own page, by letter. */
export const verificationMethod = z.enum(['called', 'website', 'letter'])
export type VerificationMethod = z.infer<typeof verificationMethod>

/** One person's word, the second's still to come, for the facts that `factsHash` is of. People stand by account id. */
export const pendingVerification = z.object({
  verifiedOn: day,
  verifiedBy: z.string().min(1),
  method: verificationMethod,
  sourceUrl: z.url().max(TEXT_LIMITS.url).optional(),
  /** Languages in which the line was heard to answer. */
  languages: z.array(languageTag).max(LIST_LIMIT).default([]),
  factsHash: z.string(),
  /** When it was said: what is withdrawn later than this has to be checked anew. */
  checkedAt: z.iso.datetime().optional(),
})
export type PendingVerification = z.infer<typeof pendingVerification>

/**
 * Who checked the facts that `factsHash` is of, when and how; two people, by account id. Never leaves to anyone
 * unsigned, but for the day.
 */
export const verification = z.object({
  verifiedOn: day,
  verifiedBy: z.string().min(1),
  method: verificationMethod,
  sourceUrl: z.url().max(TEXT_LIMITS.url).optional(),
  secondPerson: z.string().min(1).optional(),
  secondMethod: verificationMethod.optional(),
  secondSourceUrl: z.url().max(TEXT_LIMITS.url).optional(),
  checkedAt: z.iso.datetime().optional(),
  confirmedAt: z.iso.datetime().optional(),
  factsHash: z.string().optional(),
})
export type Verification = z.infer<typeof verification>

/** Gone everywhere at once: one authorised person, one reason. */
export const withdrawal = z.object({
  withdrawnAt: z.iso.datetime(),
  withdrawnBy: z.string().min(1),
  reason: z.string().min(1).max(TEXT_LIMITS.paragraph),
})
