import { z } from 'zod'
import { reference } from '../ids.ts'
import { TEXT_LIMITS } from '../limits.ts'
import { translatedText } from '../translation.ts'
import { documentBase } from './base.ts'
import { helpFacts } from './helpline.ts'

/**
 * A door one can walk through. There is no field for the address of a shelter, on purpose:
 * `approximateAddress` is for counselling rooms, desks and clinics that are public anyway.
 */
export const service = z.object({
  ...documentBase,
  _type: z.literal('service'),
  ...helpFacts,
  kind: z.enum(['counselling', 'legal', 'medical', 'desk', 'day-centre']),
  place: reference.optional(),
  approximateAddress: z.string().max(TEXT_LIMITS.line).optional(),
  coordinates: z
    .object({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) })
    .optional(),
  directions: translatedText.optional(),
})
