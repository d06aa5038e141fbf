import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { loadStrings } from '#content/locales/load.ts'
import { pluralCategories } from '#content/locales/needed-keys.ts'
import { BUILT_IN_LANGUAGES, findLanguage } from '#content/model/languages.ts'
import { SENTENCE_WORDS } from '#content/model/limits.ts'

const folder = new URL('../../../content/locales/', import.meta.url)
const unread = await loadStrings(fileURLToPath(new URL('unread', folder)))
const strings = { ...(await loadStrings()), ...unread }
const english = strings['en'] ?? {}
const COMPLETE = BUILT_IN_LANGUAGES.map(({ tag }) => tag)
// Plain words of a language are its own words wherever none are plainer.
const PLAIN_OF: Readonly<Record<string, string>> = { 'en-simple': 'en', 'de-simple': 'de' }
const PLURALS = new Set(['kiosk.countdown'])

/** Words that are the same everywhere: names of products, formats and the made-up countries. */
const INTERNATIONAL = /\b(SMS|SIM|WhatsApp|JavaScript|cookie|Arvenia|Bellmark)\b/g

function gaps(text: string): string[] {
  return [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].toSorted()
}

function lettersOf(text: string): string {
  return text
    .replace(/\{\{\w+\}\}/g, '')
    .replace(INTERNATIONAL, '')
    .replace(/[^\p{L}]/gu, '')
}

function pluralKeys(base: string, tag: string): string[] {
  return pluralCategories(tag).map((category) => `${base}_${category}`)
}

function keysFor(tag: string): string[] {
  const single = Object.keys(english).filter((key) => !PLURALS.has(key.replace(/_\w+$/, '')))
  return [...single, ...[...PLURALS].flatMap((base) => pluralKeys(base, tag))].toSorted()
}

test('every language of the table is there, and none besides', () => {
  expect(Object.keys(strings).toSorted()).toEqual(COMPLETE.toSorted())
})

describe.each(COMPLETE)('the words in %s', (tag) => {
  const words = strings[tag] ?? {}

  test('lack no key and no plural form, and have none that is not used', () => {
    expect(Object.keys(words).toSorted()).toEqual(keysFor(tag))
  })

  test('keep every gap of the English sentence', () => {
    for (const [key, text] of Object.entries(words)) {
      const source = english[key] ?? english[key.replace(/_\w+$/, '_other')] ?? ''
      expect(gaps(text), key).toEqual(gaps(source))
    }
  })

  test('are never empty and have no stray space', () => {
    for (const [key, text] of Object.entries(words)) {
      expect(text, key).not.toBe('')
      expect(text, key).toBe(text.trim())
      expect(text, key).not.toMatch(/ {2}/)
    }
  })

  test('are not English that was left over', () => {
    if (tag === 'en' || tag === 'en-simple') return
    const leftOver = Object.entries(words).filter(
      ([key, text]) => text === english[key] && lettersOf(text) !== '',
    )
    expect(leftOver).toEqual([])
  })

  test('are written in the script of the language', () => {
    const script = findLanguage(BUILT_IN_LANGUAGES, tag)?.script
    if (script === 'Latn') return
    const withLatin = Object.entries(words).filter(([, text]) => /[A-Za-z]/.test(lettersOf(text)))
    expect(withLatin).toEqual([])
  })
})

test.each(Object.entries(PLAIN_OF))('%s is plainer than %s where it can be', (plain, usual) => {
  const words = Object.entries(strings[plain] ?? {})
  const same = words.filter(([key, text]) => text === strings[usual]?.[key])
  expect(same.length).toBeLessThan(words.length / 4)
})

test('English sentences have at most twelve words', () => {
  for (const [key, text] of Object.entries(english)) {
    for (const sentence of text.split(/[.:!?] /)) {
      expect(sentence.split(/\s+/).length, `${key}: ${sentence}`).toBeLessThanOrEqual(
        SENTENCE_WORDS,
      )
    }
  }
})

test('every key has a note for the translator, and no note lost its key', async () => {
  const notes: unknown = JSON.parse(await readFile(new URL('notes.json', folder), 'utf8'))
  const keys = new Set(
    Object.keys(english).map((key) =>
      PLURALS.has(key.replace(/_\w+$/, '')) ? key.replace(/_\w+$/, '') : key,
    ),
  )
  expect(Object.keys(notes ?? {}).toSorted()).toEqual([...keys].toSorted())
})
