import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PlaceEntry } from '#content/help/place-lines.ts'
import type { PlaceLine } from '#content/help/view.ts'
import { listingOf, partOf } from '../../../site/lib/place-listing.ts'
import { runs } from '../../long.ts'

const passage = (text: string) => ({ text, lang: 'en', dir: 'ltr' as const })
const linesOf = (count: number, townSize: number): PlaceLine[] =>
  Array.from({ length: count }, (_, n) => ({
    ...{ slug: `place-${n}`, kind: 'airport', name: passage(`Place ${n}`) },
    town: passage(`Town ${Math.floor(n / townSize)}`),
  }))
const slugsOf = (entries: readonly PlaceEntry[]) =>
  entries
    .flatMap((entry) => (entry.kind === 'place' ? [entry.place] : entry.places))
    .map(({ slug }) => slug)

test('every place is reached from its country by links, in pages that are not long', () => {
  fc.assert(
    fc.property(fc.nat(2000), fc.integer({ min: 1, max: 300 }), (count, townSize) => {
      const lines = linesOf(count, townSize)
      const listing = listingOf(lines, 'en')
      const pages =
        listing.kind === 'places'
          ? [listing.entries]
          : listing.parts.map(({ number }) => partOf(lines, number, 'en')?.entries ?? [])
      const most = Math.max(60, Math.ceil(Math.sqrt(count)))
      expect(pages.length).toBeLessThanOrEqual(most)
      for (const page of pages) expect(slugsOf(page).length).toBeLessThanOrEqual(most)
      expect(pages.flatMap(slugsOf)).toEqual(lines.map(({ slug }) => slug))
    }),
    runs(40),
  )
})

test('a part is named by its first and last town, or by places where it is within one', () => {
  const listing = listingOf(linesOf(120, 40), 'en')
  const namesOf = (all: typeof listing) =>
    all.kind === 'parts' ? all.parts.map(({ first, last }) => [first.text, last.text]) : []
  expect(namesOf(listing)).toEqual([
    ['Town 0', 'Town 1'],
    ['Town 1', 'Town 2'],
  ])
  expect(namesOf(listingOf(linesOf(120, 120), 'en'))).toEqual([
    ['Place 0', 'Place 59'],
    ['Place 60', 'Place 119'],
  ])
})

test('a part leads to those beside it; there is none past the last, and none of a short list', () => {
  const lines = linesOf(180, 40)
  expect(partOf(lines, 2, 'en')).toMatchObject({ before: { number: 1 }, after: { number: 3 } })
  expect(partOf(lines, 1, 'en')?.before).toBeUndefined()
  expect(partOf(lines, 3, 'en')?.after).toBeUndefined()
  expect(partOf(lines, 4, 'en')).toBeUndefined()
  expect(partOf(linesOf(60, 40), 1, 'en')).toBeUndefined()
})
