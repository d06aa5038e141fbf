import { z } from 'zod'

/** A week as ISO 8601 writes it: `2026-W47`. Monday to Sunday, in UTC. */
export const isoWeek = z
  .string()
  .regex(/^\d{4}-W(?:0[1-9]|[1-4]\d|5[0-3])$/)
  .brand<'IsoWeek'>()
export type IsoWeek = z.infer<typeof isoWeek>

const DAY_MS = 86_400_000
export const WEEK_MS = 7 * DAY_MS

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

/**
 * The first and the last day of a week.
 *
 * @example daysOf('2026-W47') // { first: '2026-11-16', last: '2026-11-22' }
 */
export function daysOf(week: IsoWeek): { first: string; last: string } {
  const [year, number] = week.split('-W').map(Number)
  // The fourth of January lies in the first week: ISO 8601:2019, 3.1.1.23.
  const fourth = Date.UTC(year ?? 0, 0, 4)
  const monday = fourth + (1 - (new Date(fourth).getUTCDay() || 7)) * DAY_MS
  const first = monday + ((number ?? 1) - 1) * WEEK_MS
  return { first: dayOf(first), last: dayOf(first + WEEK_MS - DAY_MS) }
}

function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10)
}
