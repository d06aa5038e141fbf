import { z } from 'zod'
import { timeZone } from './ids.ts'

/** Opening hours as OSM writes them (`Mo-Fr 08:00-18:00; PH off`) in the zone where they hold. */
export const openingHours = z.object({
  osm: z.string().min(1).max(500),
  zone: timeZone,
})
export type OpeningHours = z.infer<typeof openingHours>

/** From and to in epoch milliseconds; `to` is the first moment that is closed. */
export const openInterval = z.tuple([z.number().int(), z.number().int()])
export type OpenInterval = z.infer<typeof openInterval>

/** Hours of one or more days of the week, 1 Monday to 7 Sunday; times `HH:MM` in `zone`, `24:00` is midnight after. */
export const weeklyHours = z.object({
  days: z.array(z.number().int().min(1).max(7)).min(1),
  from: z.string().regex(/^\d\d:\d\d$/),
  to: z.string().regex(/^\d\d:\d\d$/),
})
export type WeeklyHours = z.infer<typeof weeklyHours>

/**
 * Opening hours worked out for a span of time, so that a browser need not parse OSM.
 * `always` is 24/7. After `horizon` (epoch ms) nothing is known but the weekly words.
 */
export const resolvedHours = z.object({
  zone: timeZone,
  always: z.boolean(),
  weekly: z.array(weeklyHours),
  open: z.array(openInterval),
  horizon: z.number().int(),
})
export type ResolvedHours = z.infer<typeof resolvedHours>
