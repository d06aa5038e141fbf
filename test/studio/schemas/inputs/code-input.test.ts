import { describe, expect, test } from 'vitest'
import { countryCode } from '#content/model/ids.ts'
import { bestFirst, labelOf, matches } from '../../../../studio/schemas/inputs/code-input.tsx'
import { countryChoices } from '../../../../studio/schemas/inputs/countries.ts'

describe('a code that is chosen by name', () => {
  test('is found by a part of its name without its accents, and by itself', () => {
    const coast = { value: 'CI', title: 'Côte d’Ivoire' }
    expect(matches('cote', coast)).toBe(true)
    expect(matches('ci', coast)).toBe(true)
    expect(matches('peru', coast)).toBe(false)
    expect(matches('new york', { value: 'America/New_York', title: 'New York' })).toBe(true)
  })

  test('comes first where it is called just so, and then where it begins so', () => {
    const titles = ['British Indian Ocean Territory', 'Indonesia', 'India', 'Peru']
    const choices = titles.map((title, at) => ({ value: String(at), title }))
    const found = (query: string) => bestFirst(query, choices).map(({ title }) => title)
    expect(found('india')).toEqual(['India', 'British Indian Ocean Territory', 'Indonesia', 'Peru'])
    expect(found('ind').slice(0, 2)).toEqual(['Indonesia', 'India'])
    expect(found('')).toEqual(titles)
  })

  test('is shown with its name, and alone where it has none', () => {
    expect(labelOf('IT', 'Italy')).toBe('Italy (IT)')
    expect(labelOf('QQ', undefined)).toBe('QQ')
  })
})

describe('the countries to choose from', () => {
  const codes = countryChoices().map(({ value }) => value)

  test('are those of today, each once and as the model writes them', () => {
    expect(codes).toEqual(expect.arrayContaining(['IT', 'XK', 'ER', 'EU']))
    expect(codes.filter((code) => ['DD', 'SU', 'YU', 'ZZ'].includes(code))).toEqual([])
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.every((code) => countryCode.safeParse(code).success)).toBe(true)
  })

  test('name the made-up ones of the demo as such, last', () => {
    expect(countryChoices().slice(-2)).toEqual([
      { value: 'XA', title: 'Made-up country of the demo' },
      { value: 'XB', title: 'Made-up country of the demo' },
    ])
  })
})
