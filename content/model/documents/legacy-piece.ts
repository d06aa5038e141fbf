import { z } from 'zod'
import { day, reference } from '../ids.ts'
import { LIST_LIMIT, TEXT_LIMITS } from '../limits.ts'
import { documentBase } from './base.ts'

/** A poster that was made elsewhere, with the numbers that it bears, so that it can be found when one changes. */
export const legacyPiece = z.object({
  ...documentBase,
  _type: z.literal('legacyPiece'),
  title: z.string().min(1).max(TEXT_LIMITS.line),
  place: reference.optional(),
  spot: z.string().max(TEXT_LIMITS.name).optional(),
  copies: z.number().int().min(1).max(100_000),
  madeBy: z.string().max(TEXT_LIMITS.name).optional(),
  putUpOn: day.optional(),
  numbers: z.array(z.string().min(2).max(40)).min(1).max(LIST_LIMIT),
  state: z.enum(['up', 'checked', 'damaged', 'gone']),
})
