import { expect, test } from 'vitest'
import { readProse } from '../../../site/lib/prose.ts'

const block = (text: string, more: object = {}) => ({
  _type: 'block' as const,
  _key: text,
  style: 'normal' as const,
  markDefs: [],
  children: [{ _type: 'span' as const, _key: 's', text, marks: [] }],
  ...more,
})

test('items that follow each other become one list, others do not', () => {
  const prose = readProse([
    block('Title', { style: 'h2' }),
    block('one', { listItem: 'bullet' }),
    block('two', { listItem: 'bullet' }),
    block('first', { listItem: 'number' }),
    block('end'),
    block('three', { listItem: 'bullet' }),
  ])
  expect(prose.map((it) => [it.tag, it.kind === 'list' ? it.items.length : 0])).toEqual([
    ['h2', 0],
    ['ul', 2],
    ['ol', 1],
    ['p', 0],
    ['ul', 1],
  ])
})
