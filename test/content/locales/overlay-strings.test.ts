import { expect, test } from 'vitest'
import { loadStrings } from '#content/locales/load.ts'
import { missingKeys, neededKeys } from '#content/locales/needed-keys.ts'
import { offeredLanguages, overlayStrings } from '#content/locales/overlay-strings.ts'
import { createSpeaker } from '#content/locales/speaker.ts'
import { BUILT_IN_LANGUAGES, type Language } from '#content/model/languages.ts'

const builtIn = await loadStrings()
const english = builtIn['en'] ?? {}
const LUGANDA: Language = {
  ...{ tag: 'lg', ownName: 'Luganda', englishName: 'Luganda', script: 'Latn', direction: 'ltr' },
  ...{ font: 'Noto Sans', fallback: [], audioOnly: false },
}
const languages = [...BUILT_IN_LANGUAGES, LUGANDA]
const inLuganda = neededKeys(english, 'lg').map((key) => ({
  key,
  text: (english[key] ?? english[key.replace(/_\w+$/, '_other')] ?? '')
    .toUpperCase()
    .replace(/\{\{\w+\}\}/g, (gap) => gap.toLowerCase()),
}))

test('a language is offered once all of its words are approved, and not one word before', () => {
  const whole = overlayStrings(builtIn, [{ language: 'lg', strings: inLuganda }])
  expect(offeredLanguages(whole, languages)).toContain('lg')
  const partial = overlayStrings(builtIn, [{ language: 'lg', strings: inLuganda.slice(1) }])
  expect(offeredLanguages(partial, languages)).not.toContain('lg')
  expect(missingKeys(english, partial['lg'], 'lg')).toEqual([inLuganda[0]?.key])
})

// Their words have their writer's doubts only: no reader gets them before somebody who speaks them has.
const UNREAD = ['bin', 'rom', 'ff', 'bm', 'wo']

test('the languages that are built in whole are offered without any document', () => {
  const complete = BUILT_IN_LANGUAGES.map(({ tag }) => tag).filter((tag) => !UNREAD.includes(tag))
  expect(offeredLanguages(builtIn, BUILT_IN_LANGUAGES)).toEqual(complete)
})

test('a language that is only spoken is offered to no reader', () => {
  const whole = overlayStrings(builtIn, [{ language: 'lg', strings: inLuganda }])
  const spoken = [...BUILT_IN_LANGUAGES, { ...LUGANDA, audioOnly: true }]
  expect(offeredLanguages(whole, spoken)).not.toContain('lg')
})

test('a language with some words falls back sentence by sentence, and each is marked', () => {
  const some = [{ key: 'site.home', text: 'Awaka' }]
  const strings = overlayStrings(builtIn, [{ language: 'lg', strings: some }])
  const speak = createSpeaker({ strings, languages })
  expect(speak('site.home', ['lg'])).toEqual({ text: 'Awaka', lang: 'lg', dir: 'ltr' })
  expect(speak('site.pages', ['lg']).lang).toBe('en')
})

test('words that lost a gap, or are for no key of ours, change nothing', () => {
  const strings = [
    { key: 'kiosk.countdown_other', text: 'soon' },
    { key: 'no.such-key', text: 'words' },
    { key: 'site.home', text: ' ' },
  ]
  expect(overlayStrings(builtIn, [{ language: 'de', strings }])['de']).toEqual(builtIn['de'])
})

test('a language that nobody has chosen yet needs what English needs', () => {
  expect(neededKeys(english, '')).toEqual(Object.keys(english))
})

test('plurals are needed in the categories of the language', () => {
  const keys = (tag: string) => neededKeys({ a_one: '1', a_other: '2', b: '3' }, tag)
  expect(keys('ar').filter((key) => key !== 'b')).toHaveLength(6)
  expect(keys('zh')).toEqual(['a_other', 'b'])
})
