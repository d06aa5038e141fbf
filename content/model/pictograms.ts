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

export const pictogramId = z.enum(PICTOGRAM_IDS)
export type PictogramId = z.infer<typeof pictogramId>
