import fc from 'fast-check'
import { expect, test } from 'vitest'
import { slugOfName } from '../../../studio/schemas/slug-of-name.ts'

test.each([
  ['Gare de l’Est, Straße 5', 'gare-de-l-est-strasse-5'],
  ['Łódź Fabryczna', 'lodz-fabryczna'],
  ['  Rest area – Mill Wood ', 'rest-area-mill-wood'],
  ['محطة', ''],
])('the address of "%s" is "%s"', (name, slug) => {
  expect(slugOfName(name)).toBe(slug)
})

test('whatever the name, its address has only small letters, digits and single hyphens', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
      expect(slugOfName(name)).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/)
    }),
  )
})
