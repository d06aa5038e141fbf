import { expect, test } from 'vitest'
import { progressOf, sumOf } from '../../../../studio/tools/translations/progress.ts'
import type { MatrixCell, MatrixRow } from '../../../../studio/tools/translations/rows.ts'

const row = (id: string, cells: Record<string, MatrixCell>): MatrixRow => ({
  ...{ id, documentId: id, type: 'message', title: id, label: 'Heading', source: 'Words' },
  cells: new Map(Object.entries(cells)),
})

const ROWS = [
  row('a', { en: { state: 'approved' }, ar: { state: 'in-review' } }),
  row('interface', { en: { state: 'missing', count: { approved: 3, total: 173 } } }),
]

test('counts the same texts in every language, whether its buttons have words of their own or not', () => {
  expect([...progressOf(ROWS, ['en', 'ar', 'pl']).values()]).toEqual([
    { approved: 1, total: 2 },
    { approved: 0, total: 2 },
    { approved: 0, total: 2 },
  ])
})

test('counts words of our own once all of them are approved', () => {
  const whole = row('interface', { en: { state: 'approved', count: { approved: 5, total: 5 } } })
  expect(progressOf([whole], ['en']).get('en')).toEqual({ approved: 1, total: 1 })
})

test('sums what all languages have', () => {
  expect(sumOf(progressOf(ROWS, ['en', 'ar']).values())).toEqual({ approved: 1, total: 4 })
})
