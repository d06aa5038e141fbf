import fc from 'fast-check'
import { applyPatch } from 'mendoza'
import { describe, expect, test } from 'vitest'
import { mendozaPatch } from '../../../content/lake/mendoza.ts'

/** Characters of JSON that a patch may be longer than one which replaces everything. */
const MOST_EXTRA = 40

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('a', 'é', 'ት', '😀', '\ud83d', '\ude00', ' '))
    .map((all) => all.join('')),
)
const { value } = fc.letrec<{ value: unknown; item: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(null, true, false, 0, 1, 2.5),
    text,
    fc.array(tie('value'), { maxLength: 5 }),
    fc.array(tie('item'), { maxLength: 5 }),
    fc.dictionary(fc.oneof(fc.constantFrom('a', 'b', 'é', '__proto__', 'Z'), text), tie('value'), {
      maxKeys: 5,
    }),
  ),
  item: fc.record({ _key: fc.constantFrom('x', 'y', 'z'), value: tie('value') }),
}))
const json = value.map((any): unknown => JSON.parse(JSON.stringify(any)))

/** A value and what it may have become: parts of it are the same, parts have changed. */
const edit = fc.oneof(
  fc.tuple(json, json),
  fc.tuple(json, json, json).map(([a, b, c]): [unknown, unknown] => [
    { a, both: [a, b], c: { a, b } },
    { b, both: [c, a, b], c: { a, b: c } },
  ]),
  fc
    .tuple(text, text, text, text)
    .map(([a, b, c, d]): [unknown, unknown] => [a + b + c, a + d + c]),
)

describe('a Mendoza patch', () => {
  test('makes the new value out of the old one, whatever they are', () => {
    fc.assert(
      fc.property(edit, ([before, after]) => {
        const patch = JSON.parse(JSON.stringify(mendozaPatch(before, after)))
        expect(applyPatch(before, patch)).toEqual(after)
      }),
    )
  })

  test('is hardly ever longer than the whole new value', () => {
    fc.assert(
      fc.property(edit, ([before, after]) => {
        const size = JSON.stringify(mendozaPatch(before, after)).length
        expect(size).toBeLessThanOrEqual(JSON.stringify([0, after]).length + MOST_EXTRA)
      }),
    )
  })

  test('is empty where nothing has changed', () => {
    fc.assert(
      fc.property(json, (same) => {
        expect(mendozaPatch(same, structuredClone(same))).toEqual([])
      }),
    )
  })

  const about = 'Ask at the counter of the station hall; help is free.'
  const place = {
    _id: 'a',
    about,
    numbers: [
      { _key: 'x', dial: '+44 808 157 0001' },
      { _key: 'y', dial: '+44 808 157 0002' },
      { _key: 'z', dial: '+44 808 157 0003' },
    ],
    tags: ['day', 'night', 'weekend'],
  }
  test.each([
    [
      'words inside a text',
      { ...place, about: about.replace('counter', 'desk') },
      [11, 1, 23, 0, 11, 22, 'desk', 23, 18, 53, 15],
    ],
    [
      'one item, found by its key',
      {
        ...place,
        numbers: place.numbers.map((number) =>
          number._key === 'y' ? { ...number, dial: '999' } : number,
        ),
      },
      [11, 2, 21, 0, 1, 12, 1, 17, '999', 'dial', 16, 21, 2, 3, 15],
    ],
    [
      'items that change places',
      { ...place, numbers: place.numbers.toReversed() },
      [11, 2, 21, 2, 3, 21, 1, 2, 21, 0, 1, 15],
    ],
    ['an item that goes', { ...place, tags: ['day', 'weekend'] }, [11, 3, 21, 0, 1, 21, 2, 3, 15]],
    [
      'an item that comes',
      { ...place, tags: ['day', 'dusk', 'night', 'weekend'] },
      [11, 3, 21, 0, 1, 20, 'dusk', 21, 1, 3, 15],
    ],
    ['an attribute that comes', { ...place, hall: 2 }, [17, 2, 'hall']],
    ['an attribute that goes', { _id: 'a', about, numbers: place.numbers }, [19, 3]],
    ['a value of another kind', { ...place, tags: null }, [17, null, 'tags']],
    ['an emptied list', { ...place, tags: [] }, [17, [], 'tags']],
    ['an emptied text', { ...place, about: '' }, [17, '', 'about']],
    ['deletion', null, [0, null]],
  ])('says shortly: %s', (_, after, patch) => {
    expect(mendozaPatch(place, after)).toEqual(patch)
    expect(applyPatch(place, patch)).toEqual(after)
  })

  test('of a creation is the document', () => {
    expect(mendozaPatch(null, place)).toEqual([0, place])
  })

  test('counts bytes, not letters', () => {
    const [before, after] = ['ጤና ይስጥልኝ 😀 እርዳታ', 'ጤና ይስጥልኝ 😀😀 እርዳታ']
    const patch = mendozaPatch({ before }, { before: after })
    expect(patch).toEqual([11, 0, 23, 0, 27, 22, '😀', 23, 27, 40, 15])
    expect(applyPatch({ before }, [...patch])).toEqual({ before: after })
  })

  test('can be made of lists of a hundred thousand items', () => {
    const before = Array.from({ length: 100_000 }, () => 1)
    const after = before.map((one, place) => (place % 2 === 0 ? one : 2))
    expect(mendozaPatch({ before }, { before: after })).toEqual([17, after, 'before'])
  })
})
