import { expect, test } from 'vitest'
import { daysBetween, exactDay, relativeDay } from '../../../studio/desk/day-words.ts'

test('a day is told from today, and exactly on demand', () => {
  expect(relativeDay('2026-11-23', '2026-11-23')).toBe('today')
  expect(relativeDay('2026-11-11', '2026-11-23')).toBe('12 days ago')
  expect(relativeDay('2027-02-23', '2026-11-23')).toBe('in 3 months')
  expect(exactDay('2026-01-31')).toBe('31 January 2026')
})

test('days are counted over a change of summer time', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
})
