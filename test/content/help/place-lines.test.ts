import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countryLines } from '#content/help/country-lines.ts'
import { partLines, placeEntries, placeLines } from '#content/help/place-lines.ts'
import type { ListedPlace } from '#content/model/country-facts.ts'
import { PLACE_KINDS } from '#content/model/place-kinds.ts'
import { runs } from '../../long.ts'
import { text } from './facts.ts'
import { languages, speak } from './view.ts'

const readBy = (...wanted: string[]) => ({ languages, speak, wanted })
const placeOf = (slug: string, town?: string, name = slug): ListedPlace => ({
  ...{ slug, kind: 'train-station', name: text(name) },
  town: town === undefined ? [] : text(town),
})
const slugs = (lines: readonly { slug: string }[]) => lines.map(({ slug }) => slug)

describe('a list of places', () => {
  test('is in the order of the reader’s language, with those of no town first', () => {
    const places = [placeOf('z', 'Zagreb'), placeOf('o', 'Örebro'), placeOf('p', 'Pisa')]
    expect(slugs(placeLines([...places, placeOf('none')], readBy('de')))).toEqual([
      ...['none', 'o', 'p', 'z'],
    ])
    const tr = ['Iğdır', 'İzmir', 'Çorum', 'Düzce'].map((town) => placeOf(town, town))
    expect(slugs(placeLines(tr, readBy('tr')))).toEqual(['Çorum', 'Düzce', 'Iğdır', 'İzmir'])
  })

  test('counts: platform 2 comes before platform 10', () => {
    const places = [placeOf('a', 'Town', 'Platform 10'), placeOf('b', 'Town', 'Platform 2')]
    expect(slugs(placeLines(places, readBy('en')))).toEqual(['b', 'a'])
  })

  test('names a place in the reader’s language, else in that of the country, else by its kind', () => {
    const place: ListedPlace = { slug: 's', kind: 'airport', name: text('Ort', 'de'), town: [] }
    const named = (one: ListedPlace) =>
      placeLines([one], { ...readBy('ti'), placeLanguages: ['de'] })[0]?.name
    expect(named(place)).toEqual({ text: 'Ort', lang: 'de', dir: 'ltr' })
    expect(named({ ...place, name: [] })).toMatchObject({ lang: 'ti' })
  })

  test('opens towns only where there are many places, and more than one in a town', () => {
    const few = placeLines([placeOf('a', 'A'), placeOf('b', 'A'), placeOf('c', 'B')], readBy('en'))
    expect(placeEntries(few, 'en').map(({ kind }) => kind)).toEqual(['place', 'place', 'place'])
    const inA = Array.from({ length: 12 }, (_, n) => placeOf(`a${n}`, 'A'))
    const many = placeLines([...inA, placeOf('b', 'B')], readBy('en'))
    expect(placeEntries(many, 'bn')).toMatchObject([
      { kind: 'town', town: { text: 'A' }, count: '১২' },
      { kind: 'place', place: { slug: 'b' } },
    ])
  })

  test('holds every place once, in one order whatever order they came in, in parts that are not long', () => {
    const place = fc.record({
      slug: fc.uuid(),
      kind: fc.constantFrom(...PLACE_KINDS),
      name: fc.constantFrom(text('Gare', 'fr'), text('Bahnhof', 'de'), text('محطة', 'ar'), []),
      town: fc.constantFrom(text('Ort', 'de'), text('Ville', 'fr'), text('Ạ'), text('a'), []),
    })
    const places = fc.uniqueArray(place, { selector: ({ slug }) => slug, maxLength: 400 })
    fc.assert(
      fc.property(places, fc.constantFrom('en', 'ar', 'ti'), (all, tag) => {
        const lines = placeLines(all, readBy(tag))
        expect(lines).toEqual(placeLines(all.toReversed(), readBy(tag)))
        const parts = partLines(lines)
        expect(parts.flat()).toEqual(lines)
        expect(slugs(lines).toSorted()).toEqual(slugs(all).toSorted())
        for (const part of parts) expect(part.length).toBeLessThanOrEqual(60)
        const shown = parts.flatMap((part) => placeEntries(part, tag))
        const names = shown.flatMap((one) => (one.kind === 'place' ? [one.place] : one.places))
        expect(names).toEqual(lines)
      }),
      runs(40),
    )
  })

  test('of twenty thousand is read in 142 parts of at most 142', () => {
    const [line] = placeLines([placeOf('a')], readBy('en'))
    const parts = partLines(Array.from({ length: 20_000 }, () => line).flatMap((it) => it ?? []))
    expect(parts.length).toBeLessThanOrEqual(142)
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(142)
    expect(partLines([])).toEqual([])
  })
})

test('countries are in the order of their names, with the number of their places in the reader’s digits', () => {
  const list = [
    { country: 'AT', places: 12 },
    { country: 'EG', places: 0 },
    { country: 'DE', places: 1 },
  ]
  const shown = (tag: string) => countryLines(list, readBy(tag))
  expect(shown('de').map(({ country }) => country)).toEqual(['EG', 'DE', 'AT'])
  expect(shown('bn').find(({ country }) => country === 'AT')?.count).toBe('১২')
  expect(shown('en').find(({ country }) => country === 'EG')).not.toHaveProperty('count')
})
