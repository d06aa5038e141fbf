import { z } from 'zod'

/** Pictograms drawn for this project; the drawings are in `content/brand/pictograms`. */
export const PICTOGRAM_IDS = [
  'telephone',
  'speech',
  'free',
  'day-night',
  'no-papers',
  'lock',
  'way',
  'bed',
  'lawyer',
  'doctor',
  'papers-taken',
  'debt-chain',
  'closed-door',
  'helping-hand',
  'qr-phone',
] as const

/** Pictograms of our own pages: no author chooses them, no screen carries them. */
export const PAGE_PICTOGRAM_IDS = [
  'here',
  'listen',
  'sign-language',
  'easy-words',
  'alarm',
  'guide',
] as const
export type PagePictogramId = (typeof PAGE_PICTOGRAM_IDS)[number]

export const pictogramId = z.enum(PICTOGRAM_IDS)
export type PictogramId = z.infer<typeof pictogramId>
