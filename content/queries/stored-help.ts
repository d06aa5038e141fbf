import { z } from 'zod'
import { publicHelpline, publicService, publicSpokenLanguage } from '#content/model/facts.ts'
import { openingHours } from '#content/model/hours.ts'

const storedSpokenLanguage = publicSpokenLanguage.extend({ hours: openingHours.optional() })

/** A helpline as the query gives it: hours still as OSM writes them. */
export const storedHelpline = publicHelpline.extend({
  hours: openingHours,
  languages: z.array(storedSpokenLanguage),
})
export type StoredHelpline = z.infer<typeof storedHelpline>

/** A service as the query gives it. */
export const storedService = publicService.extend({
  hours: openingHours,
  languages: z.array(storedSpokenLanguage),
})
export type StoredService = z.infer<typeof storedService>
