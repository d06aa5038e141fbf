import { expect, test } from 'vitest'
import { reachWords } from '../../../studio/preview/reach-words.ts'

const place = { id: 'place-a', name: 'A', slug: 'aaa' }

test('says at how many places, on how many screens and pieces', () => {
  const places = Array.from({ length: 14 }, () => place)
  expect(reachWords({ places, screensNow: 3, placements: 40, copies: 1212 })).toBe(
    'Appears at 14 places, on 3 screens now, on 1,212 pieces that hang.',
  )
})

test('one is one', () => {
  expect(reachWords({ places: [place], screensNow: 1, placements: 1, copies: 1 })).toBe(
    'Appears at 1 place, on 1 screen now, on 1 piece that hangs.',
  )
})

test('what nobody sees appears nowhere yet', () => {
  const nowhere = { places: [], screensNow: 0, placements: 0, copies: 0 }
  expect(reachWords(nowhere)).toBe('Appears nowhere yet.')
})
