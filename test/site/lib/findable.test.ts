import { describe, expect, test } from 'vitest'
import { BUILT_IN_LANGUAGES } from '#content/model/languages.ts'
import { findingOf } from '../../../site/lib/findable.ts'
import { languageLinks } from '../../../site/lib/language-links.ts'

const ORIGIN = 'https://help.example'
const services = {
  isFindable: () => true,
  languages: () => BUILT_IN_LANGUAGES,
  offered: () => ['en', 'ti', 'ar', 'yo'],
  origin: ORIGIN,
}

function finding(
  address: string,
  { isFound = true, first = ['ti', 'en'], isFindable = true } = {},
) {
  const url = new URL(address, 'http://127.0.0.1:4321')
  const languages = languageLinks(services, url, 'ti', first)
  return findingOf(url, { isFound, languages }, { ...services, isFindable: () => isFindable })
}

test('a place is found under one address, in the languages that it is written in', () => {
  expect(finding('/ti/station')).toEqual({
    robots: 'noarchive',
    canonical: `${ORIGIN}/ti/station`,
    alternates: [
      { language: 'ti', href: `${ORIGIN}/ti/station` },
      { language: 'en', href: `${ORIGIN}/en/station` },
      { language: 'x-default', href: `${ORIGIN}/en/station` },
    ],
  })
})

test('the start in a language leads to every other, and to the choice of one', () => {
  const { alternates } = finding('/ti', { first: [] })
  expect(alternates.map(({ language }) => language)).toEqual(['en', 'ti', 'ar', 'yo', 'x-default'])
  expect(alternates.at(-1)?.href).toBe(`${ORIGIN}/`)
})

describe('nobody finds', () => {
  test.each([
    ['a printed code', '/Q/DEMO01'],
    ['a printed code in a language', '/Q/DEMO01/ti'],
    ['a poster', '/posters/DEMO01'],
    ['a card', '/ti/station?card=1'],
    ['an embedded page', '/ti/station?embed=1'],
    ['the answer to a choice', '/ti/line-1?at=xa'],
    ['where a reader of a guide came from', '/ti/guide/rights?code=demo01'],
    ['a part of a list', '/ti/xa?part=2'],
  ])('%s', (_, address) => {
    expect(finding(address)).toEqual({ robots: 'noindex, noarchive', alternates: [] })
  })

  test('a page that is not there, or any while the setting or the demo forbids it', () => {
    expect(finding('/ti/nowhere', { isFound: false }).robots).toContain('noindex')
    expect(finding('/ti/station', { isFindable: false }).robots).toContain('noindex')
  })
})
