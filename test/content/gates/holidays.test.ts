import OpeningHoursOfOsm from 'opening_hours'
import { describe, expect, test } from 'vitest'
import { HOLIDAY_COUNTRIES, holidayCalendar, withoutHolidays } from '#content/gates/holidays.ts'
import { readHours } from '#content/gates/read-hours.ts'

const where = { document: 'line', field: 'hours.osm' }

test.each(HOLIDAY_COUNTRIES)(
  'the public holidays of %s are known in each of three years',
  (country) => {
    const written = new OpeningHoursOfOsm('PH', holidayCalendar(country) ?? null)
    for (const year of [2025, 2026, 2027]) {
      const days = written.getOpenIntervals(new Date(year, 0, 1), new Date(year + 1, 0, 1))
      expect(days.length, String(year)).toBeGreaterThan(2)
    }
  },
)

test('a made-up country has no holidays, whatever the library tests itself with', () => {
  expect(holidayCalendar('XA')).toBeUndefined()
  expect(holidayCalendar(undefined)).toBeUndefined()
})

describe('hours without holidays', () => {
  test.each([
    ['Mo-Fr 08:00-18:00; PH off', 'Mo-Fr 08:00-18:00'],
    ['Mo-Fr 08:00-18:00; PH 10:00-12:00', 'Mo-Fr 08:00-18:00'],
    ['Sa,PH 10:00-12:00', 'Sa 10:00-12:00'],
    ['PH,Sa 10:00-12:00', 'Sa 10:00-12:00'],
    ['PH off', 'off'],
    ['24/7', '24/7'],
  ])('%s is %s', (osm, rest) => {
    expect(withoutHolidays(osm)).toBe(rest)
    expect(readHours(osm, 'XA', where).getWarnings()).toEqual([])
  })
})

test('school holidays are refused: they differ by region', () => {
  expect(() => readHours('Mo-Fr 08:00-18:00; SH off', 'IT', where)).toThrow(/School holidays/)
})

test('hours that follow the sun are refused: nobody reckons it for the place', () => {
  expect(() => readHours('Mo-Fr sunrise-18:00', 'IT', where)).toThrow(/clock times/)
})
