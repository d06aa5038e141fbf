import { daysOf, type IsoWeek } from '#content/model/iso-week.ts'
import type { ScanFigure } from '#content/model/scan-figure.ts'

/** A figure as it is told; undefined where nothing hung as the week ended. */
export function figureWords(figure: ScanFigure | undefined): string {
  if (figure === undefined) return '–'
  if (figure.state === 'told') return figure.scans.toLocaleString('en')
  return figure.state === 'small' ? 'fewer than 11' : 'held back'
}

const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

/**
 * The days of a week; its year stands in its name.
 *
 * @example weekDays('2026-W47') // '16 – 22 Nov'
 */
export function weekDays(week: IsoWeek): string {
  const { first, last } = daysOf(week)
  return days.formatRange(new Date(first), new Date(last))
}
