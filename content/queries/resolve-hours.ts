import type OpeningHoursOfOsm from 'opening_hours'
import { readHours, type Where } from '#content/gates/read-hours.ts'
import { addDays, localParts, momentOf, startOfDay } from '#content/help/zoned-time.ts'
import { Mistake } from '#content/model/errors.ts'
import type { OpenInterval, OpeningHours, ResolvedHours } from '#content/model/hours.ts'
import { HOURS_HORIZON_DAYS } from '#content/model/limits.ts'
import { inUtc } from './in-utc.ts'
import { joinIntervals } from './join-intervals.ts'
import { type WallInterval, weekOf } from './week-of.ts'

/** Which hours, when, and where they are written, for the message if they cannot be read. */
export type HoursQuestion = {
  hours: OpeningHours
  /** Whose public holidays count; without a calendar of it there are none. */
  country: string | undefined
  /** Epoch ms. */
  now: number
  where: Where
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
  const written = readHours(osm, country, where)
  const answer = inUtc(() => attempt(() => workOut(written, zone, today), osm, where))
  if (resolved.size >= MOST_REMEMBERED) resolved.clear()
  resolved.set(key, answer)
  return answer
}

const MOST_REMEMBERED = 10_000
const resolved = new Map<string, ResolvedHours>()

// Now and then opening_hours loses its way, as on 31 December 2028 with the holidays of the USA.
function attempt(work: () => ResolvedHours, osm: string, where: Where): ResolvedHours {
  try {
    return work()
  } catch (cause) {
    throw new Mistake(
      'opening-hours',
      `${where.document}, ${where.field}: "${osm}" cannot be worked out for the next days. Write the holidays as dates.`,
      { cause },
    )
  }
}

// opening_hours reckons in the local time of the process; here that stands for the wall clock of the zone.
function workOut(written: OpeningHoursOfOsm, zone: string, today: string): ResolvedHours {
  const first = addDays(today, -1)
  const last = addDays(today, HOURS_HORIZON_DAYS)
  const [from, to] = [wallDate(first), wallDate(last)]
  const spans: WallInterval[] = written
    .getOpenIntervals(from, to)
    // "By appointment" is nothing that we may call open.
    .filter(([, , isUnknown]) => !isUnknown)
    .map(([start, end]) => ({ from: wallClock(start), to: wallClock(end) }))
  const wall = joinIntervals(spans)
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
