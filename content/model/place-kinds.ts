import { z } from 'zod'

/** Every kind of place that carries our material. */
export const PLACE_KINDS = [
  'airport',
  'train-station',
  'bus-station',
  'public-transport-vehicle',
  'motorway-toilet',
  'refugee-camp',
  'refugee-centre',
  'migration-hotspot',
  'border-crossing',
  'workplace',
] as const

export const placeKind = z.enum(PLACE_KINDS)
export type PlaceKind = z.infer<typeof placeKind>
