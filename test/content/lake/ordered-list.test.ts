import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createOrderedList } from '../../../content/lake/ordered-list.ts'
import { runs } from '../../long.ts'

const byNumber = (a: number, b: number) => a - b

test('an ordered list is the sorted array that it stands for, after any changes', () => {
  const number = fc.integer({ min: 0, max: 3000 })
  fc.assert(
    fc.property(
      fc.uniqueArray(number, { maxLength: 1500, size: 'max' }),
      fc.array(number, { maxLength: 1500, size: 'max' }),
      (initial, changes) => {
        const list = createOrderedList(byNumber, initial)
        const model = new Set(initial)
        for (const change of changes) {
          if (model.delete(change)) list.remove(change)
          else {
            list.insert(change)
            model.add(change)
          }
        }
        const sorted = [...model].sort(byNumber)
        expect(list.size).toBe(sorted.length)
        expect(list.list).toEqual(sorted)
        for (const place of [0, 1, 255, 256, 511, 512, 700, sorted.length]) {
          expect(list.at(place)).toBe(sorted[place])
          expect(list.slice(place, place + 300)).toEqual(sorted.slice(place, place + 300))
          const limit = place * 4
          const before = sorted.filter((item) => item < limit).length
          expect(list.countBefore((item) => item < limit)).toBe(before)
        }
      },
    ),
    runs(30),
  )
})

test('removing what is not there changes nothing', () => {
  const list = createOrderedList(byNumber, [1, 3])
  list.remove(2)
  list.remove(4)
  expect(list.list).toEqual([1, 3])
  createOrderedList(byNumber, []).remove(1)
})
