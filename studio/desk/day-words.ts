const DAY_MS = 86_400_000

/** Whole days from one day to another, both as `2026-01-31`; negative where the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)
}

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })

/**
 * A day as seen from today: "today", "12 days ago", "in 3 months".
 *
 * @example relativeDay('2026-01-01', '2026-01-13') // '12 days ago'
 */
export function relativeDay(day: string, today: string): string {
  const days = daysBetween(today, day)
  if (Math.abs(days) < 60) return relative.format(days, 'day')
  return relative.format(Math.round(days / 30), 'month')
}

/** A day with its month in words: "31 January 2026". */
export function exactDay(day: string): string {
  const options = { dateStyle: 'long', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat('en-GB', options).format(new Date(`${day}T00:00:00Z`))
}

/** A moment by this machine's clock: "31 January 2026 at 14:05". */
export function exactMoment(moment: string): string {
  const options = { dateStyle: 'long', timeStyle: 'short' } as const
  return new Intl.DateTimeFormat('en-GB', options).format(new Date(moment))
}
