import { expect, test } from 'vitest'
import { orderTools } from '../../../studio/tools/order-tools.ts'

const tools = ['structure', 'presentation', 'scans', 'freshness', 'first-hour', 'translations'].map(
  (name) => ({ name }),
)
const names = (isOver: boolean) => orderTools(tools, isOver).map(({ name }) => name)

test('the first hour opens first until it is over', () => {
  expect(names(false)).toEqual([
    'first-hour',
    'structure',
    'translations',
    'freshness',
    'scans',
    'presentation',
  ])
  expect(names(true)).toEqual([
    'structure',
    'translations',
    'freshness',
    'scans',
    'presentation',
    'first-hour',
  ])
})
