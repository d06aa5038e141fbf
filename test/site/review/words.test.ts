import path from 'node:path'
import { expect, test } from 'vitest'
import { gapFaults } from '#content/locales/gaps.ts'
import { loadStrings } from '#content/locales/load.ts'
import { missingKeys } from '#content/locales/needed-keys.ts'

const strings = await loadStrings(
  path.resolve(import.meta.dirname, '../../../content/locales/review'),
)
const english = strings['en'] ?? {}
const others = Object.keys(strings).filter((tag) => tag !== 'en')

test('the pages of review links speak more than English', () => {
  expect(others.toSorted()).toEqual(['ar', 'fr', 'ti', 'ur'])
})

test.each(others)('their words in %s lack no key and no gap, and have none of their own', (tag) => {
  const words = strings[tag] ?? {}
  expect(missingKeys(english, words, tag)).toEqual([])
  expect(Object.keys(words).filter((key) => !(key in english))).toEqual([])
  for (const [key, text] of Object.entries(words)) {
    expect(gapFaults(english[key] ?? '', text), key).toEqual({ lost: [], foreign: [] })
  }
})
