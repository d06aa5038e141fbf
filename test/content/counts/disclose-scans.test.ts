import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Counted, type Disclosed, discloseScans } from '#content/counts/disclose-scans.ts'

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

test('a sum and the sum above it are never both told where their difference is small', () => {
  const inner = { id: 'inner', parts: ['a', 'b', 'c', 'd'].map((id) => one(id, 5)) }
  const week = discloseScans({ id: 'all', parts: [inner, one('e', 3)] })
  expect(week.parts[0]).toMatchObject({ state: 'told', scans: 20 })
  expect(week.state).toBe('held-back')
})

test('whatever is told, every hidden figure can still be anything from 0 to 10', () => {
  const figure = fc.oneof(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 11, max: 40 }))
  const line = fc.array(figure, { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 2 }), figure, (lines, alone) => {
      const parts: Counted[] = lines.map((figures, at) => ({
        id: `${at}`,
        parts: figures.map((scans, i) => one(`${at}-${i}`, scans)),
      }))
      const told = discloseScans({ id: 'all', parts: [...parts, one('alone', alone)] })
      for (const hidden of smallOnes(told)) expect(possible(told, hidden)).toHaveLength(11)
    }),
    { numRuns: 300 },
  )
})

function smallOnes(told: Disclosed): string[] {
  if (told.parts.length === 0) return told.state === 'small' ? [told.id] : []
  return told.parts.flatMap(smallOnes)
}

/** What somebody who sees all that is told can still think one hidden figure to be, by trying everything. */
function possible(told: Disclosed, wanted: string): number[] {
  const hidden = smallOnes(told)
  const seen = new Set<number>()
  const guess = new Map<string, number>()
  const tryFrom = (at: number): void => {
    const id = hidden[at]
    if (id === undefined) {
      if (sumUnder(told, guess) !== undefined) seen.add(guess.get(wanted) ?? -1)
      return
    }
    for (let figure = 0; figure <= 10; figure += 1) {
      guess.set(id, figure)
      // What is known of the wanted one needs no second proof.
      if (id !== wanted || !seen.has(figure)) tryFrom(at + 1)
    }
  }
  // The wanted one first, so that whole branches fall away.
  hidden.sort((a, b) => Number(b === wanted) - Number(a === wanted))
  tryFrom(0)
  return [...seen]
}

/** The sum that a guess makes; undefined where something that was told says otherwise. */
function sumUnder(told: Disclosed, guess: Map<string, number>): number | undefined {
  if (told.parts.length === 0) return told.state === 'told' ? told.scans : guess.get(told.id)
  let sum = 0
  for (const part of told.parts) {
    const under = sumUnder(part, guess)
    if (under === undefined) return undefined
    sum += under
  }
  return told.state === 'told' && told.scans !== sum ? undefined : sum
}
