import { expect, test } from 'vitest'
import { edited } from '../../../studio/translation/review.ts'
import { sourceOf, textItems } from '../../../studio/translation/source-of.ts'

const value = edited(undefined, 'Hilfe', 'Help')

test('a language that was only just added counts, though it has no words yet', () => {
  const list = [{ _key: 'a', language: 'de', value }, { _key: 'b', language: 'ar' }, 'broken']
  expect(textItems(list)).toEqual([
    { key: 'a', language: 'de', value },
    { key: 'b', language: 'ar', value: undefined },
  ])
})

test('the source is English, or else what stands first', () => {
  const items = textItems(['de', 'en'].map((language) => ({ _key: language, language, value })))
  expect(sourceOf(items)?.language).toBe('en')
  expect(sourceOf(items.slice(0, 1))?.language).toBe('de')
  expect(sourceOf([])).toBeUndefined()
})
