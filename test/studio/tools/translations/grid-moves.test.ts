import { expect, test } from 'vitest'
import { moveBy } from '../../../../studio/tools/translations/grid-moves.ts'

const grid = { last: { row: 99, column: 27 }, page: 10 }
const from = { row: 5, column: 3 }
const plain = { ctrlKey: false, metaKey: false, altKey: false }

test.each([
  ['ArrowDown', { row: 6, column: 3 }],
  ['ArrowUp', { row: 4, column: 3 }],
  ['ArrowLeft', { row: 5, column: 2 }],
  ['ArrowRight', { row: 5, column: 4 }],
  ['Home', { row: 5, column: 0 }],
  ['End', { row: 5, column: 27 }],
  ['PageDown', { row: 15, column: 3 }],
  ['PageUp', { row: 0, column: 3 }],
])('%s leads where the pattern says', (key, to) => {
  expect(moveBy({ key, ...plain }, from, grid)).toEqual(to)
})

test('Ctrl with Home and End leads to the first and the last cell', () => {
  expect(moveBy({ ...plain, key: 'Home', ctrlKey: true }, from, grid)).toEqual({
    row: 0,
    column: 0,
  })
  expect(moveBy({ ...plain, key: 'End', ctrlKey: true }, from, grid)).toEqual(grid.last)
})

test('Alt and an arrow is left to the open cell', () => {
  expect(moveBy({ ...plain, key: 'ArrowDown', altKey: true }, from, grid)).toBeUndefined()
})
