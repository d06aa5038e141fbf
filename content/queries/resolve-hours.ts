import OpeningHoursOfOsm from 'opening_hours'
import { addDays, localParts, momentOf, startOfDay } from '#content/help/zoned-time.ts'
import { Mistake } from '#content/model/errors.ts'
import type { OpenInterval, OpeningHours, ResolvedHours } from '#content/model/hours.ts'
import { HOURS_HORIZON_DAYS } from '#content/model/limits.ts'
import { holidayCalendar, withoutHolidays } from './holidays.ts'
import { inUtc } from './in-utc.ts'
import { type WallInterval, weekOf } from './week-of.ts'

/** Which hours, when, and where they are written, for the message if they cannot be read. */
export type HoursQuestion = {
  hours: OpeningHours
  /** Whose public holidays count; without a calendar of it there are none. */
  country: string | undefined
  /** Epoch ms. */
  now: number
  where: { document: string; field: string }
}

/**
 * Works opening hours out for `HOURS_HORIZON_DAYS` days from the start of yesterday in their zone.
 * The same question within a day is answered from memory.
 *
 * @throws Mistake where they do not parse, or with a warning: a warning means we may read them otherwise than meant
 */
export function resolveHours({ hours, country, now, where }: HoursQuestion): ResolvedHours {
  const { osm, zone } = hours
  const today = localParts(now, zone).day
  const key = [osm, zone, country, today].join('\n')
  const known = resolved.get(key)
  if (known !== undefined) return known
  const answer = inUtc(() => workOut(readHours(osm, country, where), zone, today))
  if (resolved.size >= MOST_REMEMBERED) resolved.clear()
  resolved.set(key, answer)
  return answer
}

/** Reads hours as OSM writes them. `where` names document and field in the mistake that is thrown. */
export function readHours(
  osm: string,
  country: string | undefined,
  where: HoursQuestion['where'],
): OpeningHoursOfOsm {
  try {
    if (/\bSH\b/.test(osm)) throw new Error('School holidays differ by region: write their dates.')
    const calendar = holidayCalendar(country)
    const written =
      calendar === undefined
        ? new OpeningHoursOfOsm(withoutHolidays(osm))
        : new OpeningHoursOfOsm(osm, calendar)
    const warnings = written.getWarnings()
    if (warnings.length > 0) throw new Error(warnings.join(' '))
    return written
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Mistake(
      'opening-hours',
      `${where.document}, ${where.field}: "${osm}" cannot be read as opening hours. Write them as OSM does, such as "Mo-Fr 08:00-18:00". ${reason}`,
      { cause },
    )
  }
}

const MOST_REMEMBERED = 10_000
const resolved = new Map<string, ResolvedHours>()

// opening_hours reckons in the local time of the process; here that stands for the wall clock of the zone.
function workOut(written: OpeningHoursOfOsm, zone: string, today: string): ResolvedHours {
  const first = addDays(today, -1)
  const last = addDays(today, HOURS_HORIZON_DAYS)
  const [from, to] = [wallDate(first), wallDate(last)]
  const wall: WallInterval[] = written
    .getOpenIntervals(from, to)
    // "By appointment" is nothing that we may call open.
    .filter(([, , isUnknown]) => !isUnknown)
    .map(([start, end]) => ({ from: wallClock(start), to: wallClock(end) }))
  const isWhole = wall.length === 1 && wall[0]?.from.day === first && wall[0].to.day === last
  return {
    zone,
    always: isWhole && written.isWeekStable(),
    weekly: weekOf(wall, first, last),
    open: wall.map((it) => toMoments(it, zone)).filter(([start, end]) => end > start),
    horizon: startOfDay(last, zone),
  }
}

function toMoments({ from, to }: WallInterval, zone: string): OpenInterval {
  return [momentOf(from.day, from.time, zone), momentOf(to.day, to.time, zone)]
}

function wallDate(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date)
}

function wallClock(date: Date): WallInterval['from'] {
  const two = (value: number) => String(value).padStart(2, '0')
  return {
    day: `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
    time: `${two(date.getHours())}:${two(date.getMinutes())}`,
  }
}
