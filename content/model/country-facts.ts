import { z } from 'zod'
import { publicHelpline, publicText } from './facts.ts'
import { countryCode, timeZone } from './ids.ts'
import { languageTag } from './language-tag.ts'
import { placeKind } from './place-kinds.ts'

/** A listed place, to be named in a list. */
export const listedPlace = z.object({
  slug: z.string(),
  kind: placeKind,
  name: publicText,
  town: publicText,
})
export type ListedPlace = z.infer<typeof listedPlace>

/**
 * Everything that the help for a whole country is made from. `zone` decides which day it is;
 * `languages` are those of its places, most frequent first. `helplines` hold standbys too.
 */
export const countryFacts = z.object({
  country: countryCode,
  zone: timeZone,
  languages: z.array(languageTag),
  helplines: z.array(publicHelpline),
})
export type CountryFacts = z.infer<typeof countryFacts>
