import { z } from 'zod'

/** A week as ISO 8601 writes it: `2026-W47`. Monday to Sunday, in UTC. */
export const isoWeek = z
  .string()
  .regex(/^\d{4}-W(?:0[1-9]|[1-4]\d|5[0-3])$/)
  .brand<'IsoWeek'>()
export type IsoWeek = z.infer<typeof isoWeek>

const DAY_MS = 86_400_000

/**
 * The week of a moment (epoch ms). The year is that of the week's Thursday: ISO 8601:2019, 3.1.1.23.
 *
 * @example weekOf(Date.parse('2027-01-01')) // 2026-W53
 */
export function weekOf(moment: number): IsoWeek {
  const thursday = new Date(moment + (4 - (new Date(moment).getUTCDay() || 7)) * DAY_MS)
  const year = thursday.getUTCFullYear()
  const day = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / DAY_MS)
  const week = Math.floor(day / 7) + 1
  return isoWeek.parse(`${String(year).padStart(4, '0')}-W${String(week).padStart(2, '0')}`)
}
