import { z } from 'zod'
import { day, reference } from '../ids.ts'
import { TEXT_LIMITS } from '../limits.ts'
import { pieceId } from '../pieces.ts'
import { shortCode } from '../short-code.ts'
import { documentBase } from './base.ts'

/** A fact as it stands on paper: which document, which field, what was printed. */
const printedFact = z.object({
  _key: z.string(),
  document: reference,
  path: z.string(),
  value: z.string(),
})

/** One physical thing: a campaign's piece at a place, by its code. Without `message` it bears the campaign's first. */
export const placement = z.object({
  ...documentBase,
  _type: z.literal('placement'),
  campaign: reference,
  place: reference,
  piece: pieceId,
  message: reference.optional(),
  code: shortCode,
  copies: z.number().int().min(1).max(100_000),
  spot: z.string().max(TEXT_LIMITS.name).optional(),
  state: z.enum(['ordered', 'up', 'checked', 'damaged', 'gone']),
  printedOn: day.optional(),
  printedHash: z.string().optional(),
  printedFacts: z.array(printedFact).max(500).optional(),
})
