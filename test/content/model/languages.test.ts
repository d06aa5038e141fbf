import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  BUILT_IN_LANGUAGES,
  fallbackChain,
  findLanguage,
  languageRecord,
} from '#content/model/languages.ts'

const tags = BUILT_IN_LANGUAGES.map(({ tag }) => tag)
const anyTags = fc.array(fc.constantFrom(...tags), { maxLength: 4 })

/** Languages of a conflict: text of one must not be pushed on a reader of the other. */
const CONFLICTS = [
  ['uk', 'ru'],
  ['ti', 'am'],
  ['om', 'am'],
  ['kmr', 'tr'],
  ['ckb', 'ar'],
  ['ckb', 'fa'],
]

describe('the languages table', () => {
  test('has every language that the design names', () => {
    const named =
      'en fr es pt it de el pl ro bg hu sq sr-Latn sr-Cyrl tr uk ru ar fa prs ps ur ckb kmr so ti am om bn hi pa-Guru ne vi zh tl pcm yo ha ff wo bm bin rom de-simple en-simple'
    expect(tags.toSorted()).toEqual(named.split(' ').toSorted())
  })

  test('has each tag and each own name but once', () => {
    expect(new Set(tags).size).toBe(tags.length)
    const names = BUILT_IN_LANGUAGES.map(({ ownName }) => ownName)
    expect(new Set(names).size).toBe(names.length)
  })

  test.each(BUILT_IN_LANGUAGES)('has a whole row for $englishName', (language) => {
    expect(languageRecord.parse(language)).toEqual(language)
    for (const tag of language.fallback) expect(tags).toContain(tag)
    if (language.plainVariant !== undefined) expect(tags).toContain(language.plainVariant)
    const isRtlScript = language.script === 'Arab' || language.script === 'Aran'
    expect(language.direction).toBe(isRtlScript ? 'rtl' : 'ltr')
  })

  test('writes each own name in the script of the row', () => {
    const SCRIPTS: Record<string, RegExp> = {
      Latn: /^[\p{Script=Latin}\p{M}\s'()-]+$/u,
      Cyrl: /^[\p{Script=Cyrillic}\s]+$/u,
      Grek: /^\p{Script=Greek}+$/u,
      Arab: /^[\p{Script=Arabic}\s]+$/u,
      Aran: /^[\p{Script=Arabic}\s]+$/u,
      Ethi: /^\p{Script=Ethiopic}+$/u,
      Beng: /^[\p{Script=Bengali}]+$/u,
      Deva: /^[\p{Script=Devanagari}]+$/u,
      Guru: /^[\p{Script=Gurmukhi}]+$/u,
      Hans: /^\p{Script=Han}+$/u,
    }
    for (const { ownName, script } of BUILT_IN_LANGUAGES) {
      expect(ownName).toMatch(SCRIPTS[script] ?? /^$/)
    }
  })

  test.each(CONFLICTS)('never leads from %s to %s, nor back', (one = '', other = '') => {
    expect(fallbackChain(BUILT_IN_LANGUAGES, [one])).not.toContain(other)
    expect(fallbackChain(BUILT_IN_LANGUAGES, [other])).not.toContain(one)
  })

  test('is searched in any case', () => {
    expect(findLanguage(BUILT_IN_LANGUAGES, 'SR-LATN')?.tag).toBe('sr-Latn')
    expect(findLanguage(BUILT_IN_LANGUAGES, 'tlh')).toBeUndefined()
  })
})

describe('the languages to try for a reader', () => {
  test('are the wanted ones with their chains, the place’s, then English', () => {
    expect(fallbackChain(BUILT_IN_LANGUAGES, ['prs', 'ti'], ['it', 'de'])).toEqual([
      'prs',
      'fa',
      'ti',
      'it',
      'de',
      'en',
    ])
  })

  test('leave out the other side of a conflict, even where the place speaks it, unless it was asked for', () => {
    expect(fallbackChain(BUILT_IN_LANGUAGES, ['uk'], ['ru', 'ro'])).toEqual(['uk', 'ro', 'en'])
    expect(fallbackChain(BUILT_IN_LANGUAGES, ['ti'], ['am'])).toEqual(['ti', 'en'])
    expect(fallbackChain(BUILT_IN_LANGUAGES, ['uk', 'ru'], ['ru'])).toEqual(['uk', 'ru', 'en'])
  })

  test('never repeat, keep the wanted order, and always reach English', () => {
    fc.assert(
      fc.property(anyTags, anyTags, (wanted, placeLanguages) => {
        const chain = fallbackChain(BUILT_IN_LANGUAGES, wanted, placeLanguages)
        expect(new Set(chain).size).toBe(chain.length)
        expect(chain).toContain('en')
        expect(chain).toEqual(expect.arrayContaining(wanted))
        if (wanted[0] !== undefined) expect(chain[0]).toBe(wanted[0])
      }),
    )
  })
})
