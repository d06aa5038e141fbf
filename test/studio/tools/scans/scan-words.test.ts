import { expect, test } from 'vitest'
import { isoWeek } from '#content/model/iso-week.ts'
import { figureWords, weekDays } from '../../../../studio/tools/scans/scan-words.ts'

test('what is told of a figure is a number or a reason, never both', () => {
  expect(figureWords({ state: 'told', scans: 1214 })).toBe('1,214')
  expect(figureWords({ state: 'small' })).toBe('fewer than 11')
  expect(figureWords({ state: 'held-back' })).toBe('held back')
  expect(figureWords(undefined)).toBe('–')
})

test('a week is told by its days, over the turn of a month and a year too', () => {
  const words = (week: string) => weekDays(isoWeek.parse(week)).replaceAll(/\s/g, ' ')
  expect(words('2026-W47')).toBe('16 – 22 Nov')
  expect(words('2026-W44')).toBe('26 Oct – 1 Nov')
  expect(words('2026-W53')).toContain('28 Dec')
})
