import { z } from 'zod'
import { translatedText } from '../translation.ts'
import { documentBase } from './base.ts'

/** One sign. Dimensions after the ILO operational indicators of trafficking in human beings (2009). */
export const indicator = z.object({
  ...documentBase,
  _type: z.literal('indicator'),
  dimension: z.enum([
    'deceptive-recruitment',
    'coercive-recruitment',
    'recruitment-by-abuse-of-vulnerability',
    'exploitative-conditions',
    'coercion-at-destination',
    'abuse-of-vulnerability-at-destination',
  ]),
  text: translatedText.min(1),
})
