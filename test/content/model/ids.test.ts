import { describe, expect, test } from 'vitest'
import {
  countryCode,
  day,
  documentId,
  placeSlug,
  RESERVED_SLUGS,
  timeZone,
} from '#content/model/ids.ts'
import { languageTag } from '#content/model/language-tag.ts'

const takes = (schema: typeof placeSlug | typeof documentId, text: string) =>
  schema.safeParse(text).success

describe('the slug of a place', () => {
  test.each([['centralia-station'], ['abc'], ['a3-raststaette-sud'], ['7-rue-x']])(
    'may be %s',
    (slug) => {
      expect(takes(placeSlug, slug)).toBe(true)
    },
  )

  test.each([
    ['de', 'two letters are a country'],
    ['a1', 'one letter is no name'],
    ['a-1-2', 'one letter is no name'],
    ['Centralia', 'capitals'],
    ['central--station', 'two hyphens'],
    ['-central', 'a hyphen first'],
    ['gare de lyon', 'spaces'],
    ['bahnhof-süd', 'other letters'],
    ['../etc/passwd', 'a path'],
  ])('may not be %s: %s', (slug) => {
    expect(takes(placeSlug, slug)).toBe(false)
  })

  test.each(RESERVED_SLUGS)('may not be %s, which is an address of the site', (slug) => {
    expect(takes(placeSlug, slug)).toBe(false)
  })
})

describe('the id of a document', () => {
  test.each([['helpline-open-door'], ['a'], ['versions.r1.a'], ['A.b_c-1']])('may be %s', (id) => {
    expect(takes(documentId, id)).toBe(true)
  })

  test.each([[''], ['.a'], ['a b'], ['a/b'], ['a'.repeat(129)]])('may not be %j', (id) => {
    expect(takes(documentId, id)).toBe(false)
  })
})

test('time zones are those that the runtime knows', () => {
  expect(timeZone.safeParse('Europe/Rome').success).toBe(true)
  expect(timeZone.safeParse('Europe/Centralia').success).toBe(false)
})

test('countries have two capital letters, days are days', () => {
  expect(countryCode.safeParse('XA').success).toBe(true)
  expect(countryCode.safeParse('xa').success).toBe(false)
  expect(day.safeParse('2026-02-28').success).toBe(true)
  expect(day.safeParse('2026-02-30').success).toBe(false)
})

test.each([['ti'], ['sr-Latn'], ['pa-Guru'], ['de-simple'], ['pt-BR'], ['kmr']])(
  '%s is a language tag',
  (tag) => expect(languageTag.safeParse(tag).success).toBe(true),
)

test.each([['TI'], ['sr-latn'], ['e'], ['english'], ['en_GB'], ['']])(
  '%j is no language tag',
  (tag) => expect(languageTag.safeParse(tag).success).toBe(false),
)
