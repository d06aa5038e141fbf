import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  CODE_ALPHABET,
  makeShortCode,
  readLookAlikes,
  readShortCode,
  shortCode,
} from '#content/model/short-code.ts'

const CHARACTERS = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const codes = fc
  .array(fc.constantFrom(...CHARACTERS), { minLength: 6, maxLength: 6 })
  .map((letters) => shortCode.parse(letters.join('')))

describe('a code that is made', () => {
  const made = fc
    .array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
      minLength: 6,
      maxLength: 6,
    })
    .map((numbers) => makeShortCode(() => numbers.shift() ?? 0))

  test('has six letters of the alphabet, none of which looks like another', () => {
    fc.assert(
      fc.property(made, (code) => {
        expect(code).toMatch(/^[0-9A-Z]{6}$/)
        for (const letter of code) expect(CODE_ALPHABET).toContain(letter)
        expect(code).not.toMatch(/[01258BILOSUVZ]/)
      }),
    )
  })
})

describe('a code that is read', () => {
  test('may be in any case', () => {
    expect(readShortCode('demo01')).toBe('DEMO01')
  })

  test.each([['DEMO1'], ['DEMO011'], ['DEMÖ01'], ['DEMO 1'], [''], ['../../']])(
    'cannot be %j',
    (text) => {
      expect(readShortCode(text)).toBeUndefined()
    },
  )

  test('stays itself whatever its case', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(readShortCode(code.toLowerCase())).toBe(code)
      }),
    )
  })
})

describe('the look-alikes of a code', () => {
  test('begin with the code itself, are codes, and are at most 64', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const guesses = readLookAlikes(code)
        expect(guesses[0]).toBe(code)
        expect(new Set(guesses).size).toBe(guesses.length)
        expect(guesses.length).toBeLessThanOrEqual(64)
        for (const guess of guesses) expect(shortCode.safeParse(guess).success).toBe(true)
      }),
    )
  })

  test('include every code that was misread in one place', () => {
    const confused = fc.constantFrom(
      ['0', 'O'],
      ['1', 'I'],
      ['1', 'L'],
      ['2', 'Z'],
      ['5', 'S'],
      ['8', 'B'],
      ['U', 'V'],
    )
    const places = fc.integer({ min: 0, max: 5 })
    fc.assert(
      fc.property(codes, confused, places, (code, [printed = '', typed = ''], at) => {
        const put = (letter: string) =>
          shortCode.parse(code.slice(0, at) + letter + code.slice(at + 1))
        expect(readLookAlikes(put(typed))).toContain(put(printed))
        expect(readLookAlikes(put(printed))).toContain(put(typed))
      }),
    )
  })

  test('find the demo’s poster from a typed zero', () => {
    expect(readLookAlikes(shortCode.parse('DEM001'))).toContain('DEMO01')
  })
})
