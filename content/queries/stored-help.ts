import { z } from 'zod'
import { publicHelpline, publicService, publicSpokenLanguage } from '#content/model/facts.ts'
import { openingHours } from '#content/model/hours.ts'
import { STORED_RECORDINGS, withSpokenWords } from './spoken-words.ts'

const storedSpokenLanguage = publicSpokenLanguage.extend({ hours: openingHours.optional() })

/** What a reader is never told: whether the facts stand as two people verified them. */
const check = { isVerifiedByTwo: z.boolean(), verifiedHash: z.string().optional() }

const asStored = {
  ...check,
  ...STORED_RECORDINGS,
  hours: openingHours,
  languages: z.array(storedSpokenLanguage),
}

/** A helpline as the query gives it: hours still as OSM writes them. */
export const storedHelpline = publicHelpline
  .extend(asStored)
  .transform((it) => withSpokenWords(it, 'helpline'))
export type StoredHelpline = Omit<z.infer<typeof storedHelpline>, keyof typeof check>

/** A service as the query gives it. */
export const storedService = publicService
  .extend(asStored)
  .transform((it) => withSpokenWords(it, 'service'))
export type StoredService = Omit<z.infer<typeof storedService>, keyof typeof check>
