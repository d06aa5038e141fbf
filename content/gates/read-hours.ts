import OpeningHoursOfOsm from 'opening_hours'
import { Mistake } from '#content/model/errors.ts'
import { holidayCalendar, withoutHolidays } from './holidays.ts'

/** An exception that lies behind us does no harm, and must not make yesterday's good hours unreadable today. */
const HARMLESS: readonly string[] = ['date_past', 'date_range_past', 'year_past']

/** Document and field that a text stands in, to be named in a mistake. */
export type Where = { document: string; field: string }

/**
 * Reads hours as OSM writes them, with the public holidays of `country` where there is a calendar of it.
 *
 * @throws Mistake where they do not parse, or with a warning: a warning means we may read them otherwise than meant
 */
export function readHours(
  osm: string,
  country: string | undefined,
  where: Where,
): OpeningHoursOfOsm {
  try {
    if (/\bSH\b/.test(osm)) {
      throw new Error('School holidays differ by region: write their dates.')
    }
    // The library knows no place here and would take 06:00 to 18:00, without a warning.
    if (/\b(sunrise|sunset|dawn|dusk)\b/.test(osm)) {
      throw new Error('The sun rises and sets differently everywhere: write clock times.')
    }
    const calendar = holidayCalendar(country)
    const written =
      calendar === undefined
        ? new OpeningHoursOfOsm(withoutHolidays(osm))
        : new OpeningHoursOfOsm(osm, calendar)
    const warnings = written.getStructuredWarnings().filter(({ type }) => !HARMLESS.includes(type))
    if (warnings.length > 0) throw new Error(warnings.map(({ message }) => message).join(' '))
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
