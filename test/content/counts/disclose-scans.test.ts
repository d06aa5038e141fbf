import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Counted, discloseScans } from '#content/counts/disclose-scans.ts'
import { guessed, smallOnes, weekOfScans } from './guess.ts'

const one = (id: string, scans: number): Counted => ({ id, scans })

test('a figure under 11 is not told, and 11 is', () => {
  const week = discloseScans({ id: 'all', parts: [one('a', 10), one('b', 11), one('c', 0)] })
  expect(week.parts.map(({ state }) => state)).toEqual(['small', 'told', 'small'])
})

test('a sum that would tell the one small figure by subtraction is held back', () => {
  const week = discloseScans({ id: 'all', parts: [one('a', 4), one('b', 500)] })
  expect(week.state).toBe('held-back')
})

test('a sum over several small figures is told where each can still be anything', () => {
  const parts = ['a', 'b', 'c', 'd'].map((id) => one(id, 5))
  expect(discloseScans({ id: 'all', parts })).toMatchObject({ state: 'told', scans: 20 })
})

test('small figures at their most are not told by their sum', () => {
  const parts = ['a', 'b', 'c'].map((id) => one(id, 10))
  expect(discloseScans({ id: 'all', parts }).state).toBe('held-back')
})

test('a sum within is told only where all of it is, and the whole may still be', () => {
  const inner = { id: 'inner', parts: ['a', 'b', 'c', 'd'].map((id) => one(id, 5)) }
  const plain = { id: 'plain', parts: [one('f', 12), one('g', 30)] }
  const week = discloseScans({ id: 'all', parts: [inner, plain, one('e', 3)] })
  expect(week.parts.map(({ state }) => state)).toEqual(['held-back', 'told', 'small'])
  expect(week).toMatchObject({ state: 'told', scans: 65 })
})

test('that a sum is held back says nothing of a figure either', () => {
  // Were the inner sum told at 10 and held back at 13, a total of 20 would say that `a` is not 0.
  const inner = { id: 'inner', parts: [one('a', 7), one('b', 6), one('d', 500)] }
  const week = { id: 'all', parts: [inner, one('c', 7)] }
  expect(discloseScans(week)).toMatchObject({ state: 'told', scans: 520 })
  for (const id of ['a', 'b', 'c']) expect(guessed(week, id)).toHaveLength(11)
})

test('who sees the whole answer, and knows the rule, cannot rule out a figure from 0 to 10', () => {
  fc.assert(
    fc.property(weekOfScans, (week) => {
      for (const hidden of smallOnes(discloseScans(week))) {
        expect(guessed(week, hidden)).toHaveLength(11)
      }
    }),
    { numRuns: 150 },
  )
})
