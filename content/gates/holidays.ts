import type { nominatim_object as Where } from 'opening_hours'

/** Countries whose public holidays opening_hours 3.15.0 knows without a region; asked of it, one by one. */
export const HOLIDAY_COUNTRIES =
  'AR AT AU BE BG BR BY CA CH CI CN CZ DE DK EE ES FI FR GE GG GI GR HR HU IE IM IT JE JP LT LU LV MC MD MT MX NA NF NL NO NZ PL PM PT RO RS RU SE SI SJ SK SM UA US VN ZA'.split(
    ' ',
  )

/** A country as opening_hours wants it to look holidays up; `undefined` where it has no calendar of it. */
export function holidayCalendar(country: string | undefined): Where | undefined {
  if (country === undefined || !HOLIDAY_COUNTRIES.includes(country)) return undefined
  return { lat: 0, lon: 0, address: { country_code: country.toLowerCase(), state: '' } }
}

/**
 * The same hours where no day is a public holiday: rules for holidays alone go, others keep their weekdays.
 *
 * @example withoutHolidays('Mo-Fr 08:00-18:00; PH off') // 'Mo-Fr 08:00-18:00'
 * @example withoutHolidays('Sa,PH 10:00-12:00') // 'Sa 10:00-12:00'
 */
export function withoutHolidays(osm: string): string {
  const rules = osm
    .split(';')
    .map((rule) =>
      rule
        .replace(/,\s*PH\b/g, '')
        .replace(/\bPH\s*,\s*/g, '')
        .trim(),
    )
    .filter((rule) => !/^PH\b/.test(rule))
  return rules.join('; ') || 'off'
}
