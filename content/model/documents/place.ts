import { z } from 'zod'
import { countryCode, placeSlug, reference, timeZone } from '../ids.ts'
import { languageTag } from '../language-tag.ts'
import { LIST_LIMIT, TEXT_LIMITS } from '../limits.ts'
import { placeKind } from '../place-kinds.ts'
import { localizedName, translatedText } from '../translation.ts'
import { documentBase } from './base.ts'
import { recordings, textReviews } from './recording.ts'

/** Where people pass. An unlisted place opens by its code only. Vehicles list their countries in order. */
export const place = z.object({
  ...documentBase,
  _type: z.literal('place'),
  kind: placeKind,
  slug: z.object({ _type: z.literal('slug').default('slug'), current: placeSlug }),
  name: localizedName.min(1),
  town: localizedName.optional(),
  countries: z.array(countryCode).min(1).max(LIST_LIMIT),
  line: z.string().max(TEXT_LIMITS.name).optional(),
  operator: reference.optional(),
  coordinates: z
    .object({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) })
    .optional(),
  zone: timeZone,
  languages: z.array(languageTag).min(1).max(LIST_LIMIT),
  nearestDesk: localizedName.optional(),
  directions: translatedText.optional(),
  audio: recordings.optional(),
  textReviews: textReviews.optional(),
  privacy: z.enum(['private-stall', 'public-hall']),
  listed: z.boolean(),
  helplines: z.array(reference).max(LIST_LIMIT).default([]),
  services: z.array(reference).max(LIST_LIMIT).default([]),
})
