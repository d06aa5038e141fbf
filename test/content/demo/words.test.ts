import { describe, expect, test } from 'vitest'
import { demoDocuments } from '#content/demo/documents.ts'
import { guideText } from '#content/model/guide-text.ts'
import { BUILT_IN_LANGUAGES, findLanguage } from '#content/model/languages.ts'
import { SENTENCE_WORDS } from '#content/model/limits.ts'
import { localizedName, translatedText } from '#content/model/translation.ts'
import { walk } from './walk.ts'

const LANGUAGES = [
  'en',
  'fr',
  'es',
  'de',
  'ro',
  'uk',
  'ru',
  'ar',
  'fa',
  'ur',
  'ti',
  'am',
  'bn',
  'zh',
]
const GUIDE_LANGUAGES = ['en', 'fr', 'ar', 'ur', 'ti', 'bn']

const SCRIPTS: Readonly<Record<string, RegExp>> = {
  Latn: /\p{Script=Latin}/u,
  Cyrl: /\p{Script=Cyrillic}/u,
  Arab: /\p{Script=Arabic}/u,
  Aran: /\p{Script=Arabic}/u,
  Ethi: /\p{Script=Ethiopic}/u,
  Beng: /\p{Script=Bengali}/u,
  Hans: /\p{Script=Han}/u,
}

/** Letters that tell neighbours in one script apart: what the first has, the second must not. */
const FOREIGN: Readonly<Record<string, RegExp>> = {
  uk: /[ыэъёЫЭЪЁ]/,
  ru: /[іїєґІЇЄҐ]/,
  ar: /[پچژگکیےٹڈڑہں]/,
  fa: /[كيةٹڈڑےہں]/,
  ur: /[كيةى]/,
  ti: /[፣]/,
  am: /[ቐ-ቝ፡]/,
}

type Words = { language: string; text: string }

const documents = demoDocuments(new Date('2026-03-01T12:00:00Z')).flat()
const { texts, names } = collect()

describe('the words of the demo', () => {
  test.each(LANGUAGES)('are in %s wherever they are in English', (language) => {
    const count = (tag: string) => [...texts, ...names].filter((it) => it.language === tag).length
    expect(count(language)).toBe(count('en'))
  })

  test('reach over seven scripts', () => {
    const used = LANGUAGES.map((tag) => findLanguage(BUILT_IN_LANGUAGES, tag)?.script)
    expect(new Set(used)).toEqual(new Set(Object.keys(SCRIPTS)))
  })

  test('are guides in at least six languages, and two in all', () => {
    const bySlug = Map.groupBy(
      documents.filter((it) => it._type === 'guide'),
      (guide) => guide.slug.current,
    )
    const complete = [...bySlug.values()].filter((guides) => guides.length === LANGUAGES.length)
    expect(complete.length).toBeGreaterThanOrEqual(2)
    for (const guides of bySlug.values()) {
      const spoken = guides.map((guide) => guide.language)
      expect(spoken).toEqual(expect.arrayContaining(GUIDE_LANGUAGES))
      expect(new Set(guides.map((guide) => guide.body.length)).size).toBe(1)
    }
  })

  test.each(LANGUAGES)('are written in the script of %s and no other', (language) => {
    const script = SCRIPTS[findLanguage(BUILT_IN_LANGUAGES, language)?.script ?? '']
    for (const { text } of allWords(language)) {
      const letters = [...text].filter((sign) => /\p{Letter}/u.test(sign))
      const strange = letters.filter((sign) => !script?.test(sign))
      expect({ text, strange }).toEqual({ text, strange: [] })
      expect(letters.length).toBeGreaterThan(1)
    }
  })

  test.each(Object.keys(FOREIGN))(
    'use no letter in %s that belongs to its neighbour',
    (language) => {
      for (const { text } of allWords(language)) expect(text).not.toMatch(FOREIGN[language] ?? /^$/)
    },
  )

  test('are one text a language: none is left in English or lent from another', () => {
    for (const language of LANGUAGES.filter((tag) => tag !== 'en')) {
      const english = new Set(texts.filter((it) => it.language === 'en').map((it) => it.text))
      for (const { text } of allTexts(language)) expect(english).not.toContain(text)
    }
  })

  test(`keep to ${SENTENCE_WORDS} words a sentence in English`, () => {
    for (const { text } of allTexts('en')) {
      for (const sentence of text.split(/(?<=[.?!])\s+|\n/)) {
        expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(SENTENCE_WORDS)
      }
    }
  })

  test('promise nothing that only a fact may promise, and name nobody a victim', () => {
    const promises =
      /\b(free|for nothing|24|day and night|round the clock|anonymous|no name|no papers asked|no police|in your language|victims?|illegals?|traffick\w*)\b/i
    for (const { text } of allTexts('en')) expect(text).not.toMatch(promises)
  })

  test('hold no telephone number', () => {
    for (const { text } of LANGUAGES.flatMap(allTexts)) expect(text).not.toMatch(/\d{3}/)
  })

  test('have no stray space and one normal form', () => {
    for (const { text } of LANGUAGES.flatMap(allWords)) {
      expect(text).toBe(text.normalize('NFC').trim())
      expect(text).not.toMatch(/ {2}|\t/)
    }
  })
})

function allTexts(language: string): Words[] {
  return [...texts, ...guideWords()].filter((it) => it.language === language)
}

function allWords(language: string): Words[] {
  return [...allTexts(language), ...names.filter((it) => it.language === language)]
}

function guideWords(): Words[] {
  return documents.flatMap((it) =>
    it._type === 'guide' ? [{ language: it.language, text: guideText(it) }] : [],
  )
}

function collect(): { texts: Words[]; names: Words[] } {
  const found: { texts: Words[]; names: Words[] } = { texts: [], names: [] }
  walk(documents, (value) => {
    for (const field of Object.values(value)) {
      const text = translatedText.min(1).safeParse(field)
      const name = localizedName.min(1).safeParse(field)
      if (text.success) {
        found.texts.push(...text.data.map((it) => ({ language: it.language, text: it.value.text })))
      }
      if (name.success) {
        found.names.push(...name.data.map((it) => ({ language: it.language, text: it.value })))
      }
    }
  })
  return found
}
