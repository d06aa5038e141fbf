import { addDays, daysBetween, weekdayOf } from '#content/help/zoned-time.ts'
import type { WeeklyHours } from '#content/model/hours.ts'

type WallTime = { day: string; time: string }
/** An open span as the clocks of its zone show it. */
export type WallInterval = { from: WallTime; to: WallTime }

type Span = { from: string; to: string }

/**
 * The usual week in a span of days: for each day of the week the hours that it most often has, days with the same
 * hours in one row. Holidays and single exceptions are outvoted. A night's hours belong to the day it begins on.
 */
export function weekOf(intervals: readonly WallInterval[], first: string, last: string) {
  const byDay = new Map<string, Span[]>()
  for (const { day, ...span } of intervals.flatMap(toDays)) {
    byDay.set(day, [...(byDay.get(day) ?? []), span])
  }
  const rows = new Map<string, WeeklyHours>()
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    for (const { from, to } of usualSpans(weekday, byDay, first, last)) {
      const row = rows.get(from + to) ?? { days: [], from, to }
      row.days.push(weekday)
      rows.set(from + to, row)
    }
  }
  return [...rows.values()].toSorted(byStart)
}

function usualSpans(
  weekday: number,
  byDay: ReadonlyMap<string, Span[]>,
  first: string,
  last: string,
): Span[] {
  const votes = new Map<string, { spans: Span[]; count: number }>()
  // The first day may show the end of a night that began before it.
  for (let day = addDays(first, 1); day < addDays(last, -1); day = addDays(day, 1)) {
    if (weekdayOf(day) !== weekday) continue
    const spans = byDay.get(day) ?? []
    const key = JSON.stringify(spans)
    votes.set(key, { spans, count: (votes.get(key)?.count ?? 0) + 1 })
  }
  return [...votes.values()].toSorted((a, b) => b.count - a.count)[0]?.spans ?? []
}

// A night stays whole; what lasts longer than a day is cut at its midnights.
function toDays({ from, to }: WallInterval): (Span & { day: string })[] {
  const nights = daysBetween(from.day, to.day)
  const isNight = nights === 1 && to.time <= from.time
  if (nights === 0 || isNight) {
    return [{ day: from.day, from: from.time, to: to.time === '00:00' ? '24:00' : to.time }]
  }
  return Array.from({ length: nights + 1 }, (_, at) => ({
    day: addDays(from.day, at),
    from: at === 0 ? from.time : '00:00',
    to: at === nights ? to.time : '24:00',
  })).filter((span) => span.from !== span.to)
}

function byStart(a: WeeklyHours, b: WeeklyHours): number {
  return (a.days[0] ?? 0) - (b.days[0] ?? 0) || a.from.localeCompare(b.from)
}
