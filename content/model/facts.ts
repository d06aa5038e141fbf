import { z } from 'zod'
import { topic } from './exploitation.ts'
import { resolvedHours } from './hours.ts'
import { countryCode, day, documentId, timeZone } from './ids.ts'
import { languageTag } from './language-tag.ts'
import { publicMedia } from './media.ts'
import { pictogramId } from './pictograms.ts'
import { pieceId } from './pieces.ts'
import { placeKind } from './place-kinds.ts'
import { shortCode } from './short-code.ts'
import { signLanguageTag } from './sign-languages.ts'
import { knowledge } from './verification.ts'

/*
 * What may leave to the public: documents without staff names, notes, drafts of texts and approvals.
 * Queries make these, help draws on them, releases carry them.
 */

/** A text as the public may see it: approved words only, one entry a language. Empty: in no language yet. */
export const publicText = z.array(z.object({ language: languageTag, text: z.string() }))
export type PublicText = z.infer<typeof publicText>

/** A recording that says the very words that stand in `field` in its language; with `sign` a film that signs them. */
export const publicRecording = z.object({
  field: z.string(),
  language: languageTag,
  sign: signLanguageTag.optional(),
  /** The same in several formats, of which a telephone plays one. */
  files: z.array(publicMedia).min(1),
})
export type PublicRecording = z.infer<typeof publicRecording>

/** Absent where there are none. */
const recordings = z.array(publicRecording).optional()

export const publicOrganization = z.object({
  id: documentId,
  name: publicText,
  kind: z.enum(['ngo', 'state', 'police', 'igo', 'operator']),
})

export const publicNumber = z.object({
  dial: z.string(),
  e164: z.string().optional(),
  channel: z.enum(['voice', 'text', 'chat', 'whatsapp']),
  url: z.string().optional(),
  freeFrom: z.array(countryCode),
  reachableFromAbroad: knowledge,
  worksWithoutCredit: knowledge,
  worksWithoutSim: knowledge,
  blockedCarriers: z.array(z.string()),
})
export type PublicNumber = z.infer<typeof publicNumber>

export const publicSpokenLanguage = z.object({
  tag: languageTag,
  mode: z.enum(['direct', 'interpreter']),
  hours: resolvedHours.optional(),
})

const publicHelpFacts = {
  id: documentId,
  name: publicText,
  organization: publicOrganization,
  numbers: z.array(publicNumber),
  audience: z.enum(['everyone', 'women', 'men', 'children', 'workers']),
  languages: z.array(publicSpokenLanguage),
  hours: resolvedHours,
  countries: z.array(countryCode),
  anonymous: knowledge,
  free: knowledge,
  asksResidenceStatus: knowledge,
  contactsPolice: z.enum(['never', 'only-with-consent', 'danger-or-children', 'always', 'unknown']),
  whatHappens: publicText,
  recordings,
  verifiedOn: day.optional(),
  withdrawn: z.boolean(),
}

export const publicHelpline = z.object({ ...publicHelpFacts, standby: documentId.optional() })
export type PublicHelpline = z.infer<typeof publicHelpline>

export const publicService = z.object({
  ...publicHelpFacts,
  kind: z.enum(['counselling', 'legal', 'medical', 'desk', 'day-centre']),
  approximateAddress: z.string().optional(),
  coordinates: z.object({ lat: z.number(), lng: z.number() }).optional(),
  directions: publicText,
})
export type PublicService = z.infer<typeof publicService>

export const publicPlace = z.object({
  id: documentId,
  kind: placeKind,
  slug: z.string(),
  name: publicText,
  town: publicText,
  countries: z.array(countryCode).min(1),
  line: z.string().optional(),
  zone: timeZone,
  languages: z.array(languageTag).min(1),
  nearestDesk: publicText,
  directions: publicText,
  recordings,
  privacy: z.enum(['private-stall', 'public-hall']),
  listed: z.boolean(),
  /** Ids in the author's order; standbys are among `HelpFacts.helplines` but not here. */
  helplines: z.array(documentId),
  services: z.array(documentId),
})

export const publicMessage = z.object({
  id: documentId,
  heading: publicText,
  body: publicText,
  callToAction: publicText,
  recordings,
  pictogram: pictogramId,
  topic,
  audience: z.enum(['person', 'bystander']),
  cover: z.boolean(),
})
export type PublicMessage = z.infer<typeof publicMessage>

/** A campaign at one place; `from` and `to` are days in the place's zone, both included. */
export const publicCampaign = z.object({
  id: documentId,
  organizations: z.array(publicOrganization),
  messages: z.array(documentId),
  languages: z.array(languageTag),
  from: day,
  to: day.optional(),
})
export type PublicCampaign = z.infer<typeof publicCampaign>

/** One guide in the languages it is approved in; the slug joins them. */
export const publicGuide = z.object({
  slug: z.string(),
  audience: z.enum(['person', 'bystander', 'border-guard', 'police', 'labour-inspector']),
  title: publicText,
  summary: publicText,
})
export type PublicGuide = z.infer<typeof publicGuide>

/** Everything that the help for one place is made from. */
export const placeFacts = z.object({
  place: publicPlace,
  helplines: z.array(publicHelpline),
  services: z.array(publicService),
  campaigns: z.array(publicCampaign),
  messages: z.array(publicMessage),
  guides: z.array(publicGuide),
})
export type PlaceFacts = z.infer<typeof placeFacts>

/** A printed piece with the place it hangs at. */
export const publicPlacement = z.object({
  id: documentId,
  code: shortCode,
  piece: pieceId,
  campaign: documentId,
  message: documentId.optional(),
  place: documentId,
})
export type PublicPlacement = z.infer<typeof publicPlacement>
