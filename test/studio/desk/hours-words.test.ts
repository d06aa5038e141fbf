import { expect, test } from 'vitest'
import { weekWords } from '../../../studio/desk/hours-words.ts'

test('days in a row are told from first to last', () => {
  const weekly = [
    { days: [1, 2, 3, 4, 5], from: '08:00', to: '20:00' },
    { days: [7, 6], from: '10:00', to: '12:00' },
  ]
  expect(weekWords({ always: false, weekly })).toEqual([
    'Monday to Friday 08:00–20:00',
    'Saturday, Sunday 10:00–12:00',
  ])
  expect(weekWords({ always: true, weekly: [] })).toEqual(['Day and night, every day'])
})
