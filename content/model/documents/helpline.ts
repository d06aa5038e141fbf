import { z } from 'zod'
import { openingHours } from '../hours.ts'
import { countryCode, day, reference } from '../ids.ts'
import { languageTag } from '../language-tag.ts'
import { LIST_LIMIT, TEXT_LIMITS } from '../limits.ts'
import { localizedName, translatedText } from '../translation.ts'
import { knowledge, pendingVerification, verification, withdrawal } from '../verification.ts'
import { documentBase } from './base.ts'
import { recordings, textReviews } from './recording.ts'

/** One way to reach a helpline. `dial` is what paper says; `e164` where the number works from abroad. */
export const helplineNumber = z.object({
  _key: z.string(),
  dial: z.string().min(2).max(40),
  e164: z
    .string()
    .regex(/^\+[1-9]\d{5,14}$/)
    .optional(),
  channel: z.enum(['voice', 'text', 'chat', 'whatsapp']),
  url: z.url().max(TEXT_LIMITS.url).optional(),
  freeFrom: z.array(countryCode).max(LIST_LIMIT).default([]),
  reachableFromAbroad: knowledge.default('unknown'),
  worksWithoutCredit: knowledge.default('unknown'),
  worksWithoutSim: knowledge.default('unknown'),
  blockedCarriers: z.array(z.string().max(TEXT_LIMITS.name)).max(LIST_LIMIT).default([]),
})

/** A language that is spoken, by someone on the line or through an interpreter, and when. */
export const spokenLanguage = z.object({
  _key: z.string(),
  tag: languageTag,
  mode: z.enum(['direct', 'interpreter']),
  hours: openingHours.optional(),
  verifiedOn: day.optional(),
})

/**
 * What a line or a door has in common. None of these answers has a default: someone must have asked. Only a list may
 * be absent: so the Studio leaves one whose last item is gone.
 */
export const helpFacts = {
  organization: reference,
  name: localizedName.min(1),
  numbers: z.array(helplineNumber).max(LIST_LIMIT).default([]),
  audience: z.enum(['everyone', 'women', 'men', 'children', 'workers']),
  languages: z.array(spokenLanguage).max(LIST_LIMIT).default([]),
  hours: openingHours,
  countries: z.array(countryCode).min(1).max(LIST_LIMIT),
  anonymous: knowledge,
  free: knowledge,
  asksResidenceStatus: knowledge,
  contactsPolice: z.enum(['never', 'only-with-consent', 'danger-or-children', 'always', 'unknown']),
  whatHappens: translatedText.optional(),
  audio: recordings.optional(),
  textReviews: textReviews.optional(),
  pendingVerification: pendingVerification.optional(),
  verification: verification.optional(),
  withdrawal: withdrawal.optional(),
  note: z.string().max(TEXT_LIMITS.paragraph).optional(),
}

/** A helpline, with the one that takes over at once if it is withdrawn. */
export const helpline = z.object({
  ...documentBase,
  _type: z.literal('helpline'),
  ...helpFacts,
  numbers: helpFacts.numbers.unwrap().min(1),
  standby: reference.optional(),
})
