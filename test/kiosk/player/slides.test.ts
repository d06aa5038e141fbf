import { describe, expect, test } from 'vitest'
import { helpView } from '#content/help/help-view.ts'
import { loadStrings } from '#content/locales/load.ts'
import { createSpeaker } from '#content/locales/speaker.ts'
import type { LanguageTag } from '#content/model/language-tag.ts'
import { BUILT_IN_LANGUAGES } from '#content/model/languages.ts'
import { slideAt } from '../../../kiosk/player/slides.ts'
import { NOON, stationFacts } from '../facts.ts'

const LANGUAGES = ['en', 'ar', 'ti']

const strings = await loadStrings()

describe('the attract loop', () => {
  const speak = createSpeaker({ strings, languages: BUILT_IN_LANGUAGES })
  const viewIn = (language: LanguageTag | undefined, facts = stationFacts()) =>
    helpView({
      facts,
      languages: BUILT_IN_LANGUAGES,
      speak,
      wanted: language === undefined ? [] : [language],
      now: NOON,
    })
  const slides = Array.from({ length: 6 }, (_, index) => slideAt(index, LANGUAGES, viewIn))

  test('changes the language with every slide', () => {
    expect(slides.map((slide) => slide.view.lang)).toEqual([...LANGUAGES, ...LANGUAGES])
  })

  test('shows every message in every language that has it, and only in that language', () => {
    const shown = slides.map((slide) => `${slide.view.lang} ${slide.message?.id}`)
    expect(new Set(shown)).toEqual(
      new Set([
        'en message-papers',
        'en message-doctor',
        'ar message-papers',
        'ar message-doctor',
        'ti message-papers',
      ]),
    )
    expect(slides.every((slide) => slide.message?.heading.lang === slide.view.lang)).toBe(true)
  })

  test('carries a number on every slide', () => {
    expect(slides.map((slide) => slide.helpline?.numbers[0]?.dial)).toEqual(
      slides.map(() => '0808 157 0101'),
    )
  })

  test('passes over a helpline that has no way to reach it, promises and all', () => {
    const facts = stationFacts()
    for (const line of facts.helplines) line.numbers = []
    const slide = slideAt(0, LANGUAGES, (language) => viewIn(language, facts))
    expect(slide.helpline).toBeUndefined()
  })
})
