import { describe, expect, test } from 'vitest'
import { textOf } from '../../../studio/schemas/preview.ts'

describe('a document in a list', () => {
  test('is named by a plain text', () => {
    expect(textOf('Know the way')).toBe('Know the way')
  })

  test('is named in English where it can be', () => {
    const name = [
      { language: 'fr', value: 'Gare' },
      { language: 'en', value: 'Station' },
    ]
    expect(textOf(name)).toBe('Station')
    expect(textOf(name.slice(0, 1))).toBe('Gare')
  })

  test('is named by the words being worked on', () => {
    expect(textOf([{ language: 'en', value: { text: 'Debt grows?' } }])).toBe('Debt grows?')
  })

  test.each([undefined, [], {}, 7])('has no name in %j', (value) => {
    expect(textOf(value)).toBeUndefined()
  })
})
