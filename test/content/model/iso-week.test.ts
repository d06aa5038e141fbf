import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysOf, weekOf } from '#content/model/iso-week.ts'

const DAY_MS = 86_400_000

// From the table of ISO 8601 week dates around new year.
test.each([
  ['2005-01-01', '2004-W53'],
  ['2007-12-31', '2008-W01'],
  ['2008-12-28', '2008-W52'],
  ['2008-12-29', '2009-W01'],
  ['2010-01-03', '2009-W53'],
  ['2026-11-23', '2026-W48'],
])('%s lies in %s', (day, week) => {
  expect(weekOf(Date.parse(day))).toBe(week)
  expect(weekOf(Date.parse(day) + DAY_MS - 1)).toBe(week)
})

test('a week holds seven days, and begins on a Monday', () => {
  const days = fc.integer({ min: 0, max: 80_000 }).map((day) => day * DAY_MS)
  fc.assert(
    fc.property(days, (day) => {
      const isMonday = new Date(day).getUTCDay() === 1
      expect(weekOf(day) === weekOf(day - DAY_MS)).toBe(!isMonday)
    }),
  )
})

test('a week names its first and its last day', () => {
  expect(daysOf(weekOf(Date.parse('2026-11-18')))).toEqual({
    first: '2026-11-16',
    last: '2026-11-22',
  })
  const days = fc.integer({ min: 0, max: 80_000 }).map((day) => day * DAY_MS)
  fc.assert(
    fc.property(days, (day) => {
      const { first, last } = daysOf(weekOf(day))
      expect(Date.parse(first)).toBeLessThanOrEqual(day)
      expect(Date.parse(last)).toBeGreaterThanOrEqual(day)
      expect(Date.parse(last) - Date.parse(first)).toBe(6 * DAY_MS)
    }),
  )
})
