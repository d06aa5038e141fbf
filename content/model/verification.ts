import { z } from 'zod'
import { day } from './ids.ts'
import { TEXT_LIMITS } from './limits.ts'

/** Yes, no, or not known. Unknown means it is not claimed. */
export const knowledge = z.enum(['yes', 'no', 'unknown'])
export type Knowledge = z.infer<typeof knowledge>

/** Who checked a fact, when and how; two people. Never leaves to anyone unsigned, but for the day. */
export const verification = z.object({
  verifiedOn: day,
  verifiedBy: z.string().min(1),
  method: z.enum(['called', 'website', 'letter']),
  sourceUrl: z.url().max(TEXT_LIMITS.url).optional(),
  secondPerson: z.string().min(1).optional(),
})

/** Gone everywhere at once: one authorised person, one reason. */
export const withdrawal = z.object({
  withdrawnAt: z.iso.datetime(),
  withdrawnBy: z.string().min(1),
  reason: z.string().min(1).max(TEXT_LIMITS.paragraph),
})
