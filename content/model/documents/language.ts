import { z } from 'zod'
import { languageRecord } from '../languages.ts'
import { documentBase } from './base.ts'

/** A language that authors added or changed; the built-in table seeds them. */
export const language = z.object({
  ...documentBase,
  _type: z.literal('language'),
  ...languageRecord.shape,
})
