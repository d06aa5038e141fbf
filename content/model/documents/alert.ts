import { z } from 'zod'
import { reference } from '../ids.ts'
import { languageTag } from '../language-tag.ts'
import { LIST_LIMIT } from '../limits.ts'
import { translatedText } from '../translation.ts'
import { documentBase } from './base.ts'

/** An emergency that overrides screens. Values after the Common Alerting Protocol 1.2 (OASIS). */
export const alert = z.object({
  ...documentBase,
  _type: z.literal('alert'),
  status: z.enum(['Actual', 'Exercise', 'Test']),
  msgType: z.enum(['Alert', 'Update', 'Cancel']),
  category: z.enum([
    'Geo',
    'Met',
    'Safety',
    'Security',
    'Rescue',
    'Fire',
    'Health',
    'Env',
    'Transport',
    'Infra',
    'CBRNE',
    'Other',
  ]),
  urgency: z.enum(['Immediate', 'Expected', 'Future', 'Past', 'Unknown']),
  severity: z.enum(['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown']),
  certainty: z.enum(['Observed', 'Likely', 'Possible', 'Unlikely', 'Unknown']),
  headline: translatedText.min(1),
  instruction: translatedText.optional(),
  languages: z.array(languageTag).min(1).max(LIST_LIMIT),
  places: z.array(reference).max(LIST_LIMIT).default([]),
  effective: z.iso.datetime(),
  expires: z.iso.datetime(),
})
