import { expect, test } from 'vitest'
import { orderTools } from '../../../studio/tools/order-tools.ts'

const tools = ['structure', 'presentation', 'freshness', 'first-hour', 'translations'].map(
  (name) => ({ name }),
)
const names = (isOver: boolean) => orderTools(tools, isOver).map(({ name }) => name)

test('the first hour opens first until it is over', () => {
  expect(names(false)).toEqual([
    'first-hour',
    'structure',
    'translations',
    'freshness',
    'presentation',
  ])
  expect(names(true)).toEqual([
    'structure',
    'translations',
    'freshness',
    'presentation',
    'first-hour',
  ])
})
