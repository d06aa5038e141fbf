const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Calendar day `YYYY-MM-DD` and wall clock `HH:MM` of a moment in an IANA zone. */
export function localParts(moment: number, zone: string): { day: string; time: string } {
  const parts: Record<string, string> = {}
  for (const { type, value } of clockOf(zone).formatToParts(moment)) parts[type] = value
  return {
    day: `${parts.year}-${parts.month}-${parts.day}`,
    time: `${parts.hour}:${parts.minute}`,
  }
}

/** The first moment of a calendar day in a zone, also where the clock jumps over midnight. Epoch ms. */
export function startOfDay(day: string, zone: string): number {
  return momentOf(day, '00:00', zone)
}

/**
 * The moment at which a zone's clock shows this time. A time that a spring jump leaves out is the moment of
 * the jump; one that an autumn night has twice is the first. `24:00` is the midnight after. Epoch ms.
 */
export function momentOf(day: string, time: string, zone: string): number {
  if (time === '24:00') return momentOf(addDays(day, 1), '00:00', zone)
  const wanted = `${day} ${time}`
  const asUtc = Date.parse(`${day}T${time}:00Z`)
  const ahead = aheadOfUtc(asUtc - DAY, zone)
  if (ahead === aheadOfUtc(asUtc + DAY, zone)) return asUtc - ahead
  // The clock changes hereabouts: search. No zone is further than 14 hours from UTC.
  let before = asUtc - 15 * HOUR
  let reached = asUtc + 15 * HOUR
  while (reached - before > MINUTE) {
    const middle = before + Math.floor((reached - before) / 2 / MINUTE) * MINUTE
    if (wallClock(middle, zone) >= wanted) reached = middle
    else before = middle
  }
  return firstOfTwins(reached, wanted, zone)
}

/** `addDays('2026-02-28', 1)` is `2026-03-01`. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

/** Whole days from one calendar day to another; negative when it lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY)
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

/** Whether two zones always show the same time; compared in winter and in summer of one year. */
export function isSameClock(one: string, other: string): boolean {
  if (one === other) return true
  const samples = [Date.UTC(2026, 0, 1), Date.UTC(2026, 6, 1)]
  return samples.every((moment) => wallClock(moment, one) === wallClock(moment, other))
}

/** How far a zone's clock is ahead of UTC at a moment, in ms. */
function aheadOfUtc(moment: number, zone: string): number {
  const { day, time } = localParts(moment, zone)
  return Date.parse(`${day}T${time}:00Z`) - Math.floor(moment / MINUTE) * MINUTE
}

function wallClock(moment: number, zone: string): string {
  const { day, time } = localParts(moment, zone)
  return `${day} ${time}`
}

// The search assumes a clock that only goes forward; on the night when it goes back it may find the second twin.
function firstOfTwins(found: number, wanted: string, zone: string): number {
  for (const earlier of [2 * HOUR, HOUR, HOUR / 2]) {
    if (wallClock(found - earlier, zone) === wanted) return found - earlier
  }
  return found
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known !== undefined) return known
  const clock = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  clocks.set(zone, clock)
  return clock
}
