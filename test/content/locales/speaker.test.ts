import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadStrings } from '#content/locales/load.ts'
import { createSpeaker } from '#content/locales/speaker.ts'
import { BUILT_IN_LANGUAGES, findLanguage } from '#content/model/languages.ts'

const languages = BUILT_IN_LANGUAGES
const strings = await loadStrings()
const speak = createSpeaker({ strings, languages })

describe('a sentence falls back by itself', () => {
  const some = createSpeaker({
    languages,
    strings: {
      en: { both: 'both', near: 'Near {{address}}', english: 'only English' },
      ar: { both: 'كلاهما', near: 'قرب {{address}}' },
      fa: { both: 'هر دو' },
      ru: { both: 'оба', english: 'по-русски' },
    },
  })

  test('and says which language it is really in', () => {
    expect(some('both', ['ar'])).toEqual({ text: 'كلاهما', lang: 'ar', dir: 'rtl' })
    expect(some('english', ['ar'])).toEqual({ text: 'only English', lang: 'en', dir: 'ltr' })
  })

  test('along the chain of the table, before the next wanted language', () => {
    expect(some('both', ['prs', 'ar']).lang).toBe('fa')
  })

  test('and never across a conflict: Ukrainian does not become Russian', () => {
    expect(some('english', ['uk']).lang).toBe('en')
  })

  test('where a gap cannot be filled in the first language', () => {
    const address = (lang: string) => (lang === 'en' ? 'the clock' : undefined)
    expect(some('near', ['ar'], { address })).toMatchObject({ text: 'Near the clock', lang: 'en' })
  })

  test('a key that no language has is our bug', () => {
    expect(() => some('nowhere', ['ar'])).toThrow(/^BUG: /)
  })

  test('Latin words keep their order inside a right-to-left sentence', () => {
    const { text } = some('near', ['ar'], { address: '12 Station Street' })
    expect(text).toBe('قرب \u206812 Station Street\u2069')
    expect(some('near', ['ar'], { address: 'المحطة' }).text).toBe('قرب المحطة')
  })
})

test('what a text brings along is never taken for markup or for another key', () => {
  const address = '<b>{{x}} $t(kiosk.back)</b>'
  expect(speak('service.address', ['en'], { address }).text).toBe(`Near ${address}`)
})

test.each([
  ['en', 1, 'Clears in 1 second'],
  ['ru', 3, 'Сотрётся через 3 секунды'],
  ['ru', 5, 'Сотрётся через 5 секунд'],
  ['uk', 21, 'Зітреться за 21 секунду'],
  ['ro', 20, 'Se șterge în 20 de secunde'],
  ['ar', 3, 'تُمسح الشاشة بعد 3 ثوانٍ'],
  ['bn', 12, '১২ সেকেন্ডে মুছে যাবে'],
])('the countdown in %s says %i as people do', (tag, count, text) => {
  expect(speak('kiosk.countdown', [tag], { count }).text).toBe(text)
})

test('every sentence in every language is marked as the table says', () => {
  const tags = fc.constantFrom(...languages.map(({ tag }) => tag))
  const keys = fc.constantFrom(...Object.keys(strings['en'] ?? {}).filter((key) => !/_/.test(key)))
  fc.assert(
    fc.property(keys, fc.array(tags, { maxLength: 3 }), (key, wanted) => {
      const { text, lang, dir } = speak(key, wanted)
      expect(text).toBe(strings[lang]?.[key])
      expect(dir).toBe(findLanguage(languages, lang)?.direction)
    }),
  )
})
