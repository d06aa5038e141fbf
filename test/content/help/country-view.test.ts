import { expect, test } from 'vitest'
import { countryView } from '#content/help/country-view.ts'
import type { CountryFacts } from '#content/model/country-facts.ts'
import { ALWAYS, helpline, NOON } from './facts.ts'
import { languages, speak } from './view.ts'

const facts: CountryFacts = {
  country: 'XA',
  zone: 'Europe/Rome',
  languages: ['de'],
  helplines: [
    helpline('gone', { withdrawn: true, standby: 'abroad' }),
    helpline('abroad', { countries: ['XB'], hours: ALWAYS }),
    helpline('neighbour', { countries: ['XB'] }),
    helpline('here'),
  ],
}

test('a country shows the helplines that serve it, standbys in the place of withdrawn ones', () => {
  const view = countryView({ facts, languages, speak, wanted: ['ti'], now: NOON })
  expect(view.name).toEqual({ text: 'ኣርቨንያ', lang: 'ti', dir: 'ltr' })
  expect(view.blocks.map((block) => ('id' in block ? block.id : block.kind))).toEqual([
    'abroad',
    'here',
    'emergency',
  ])
  expect(view.validUntil).toBeGreaterThan(NOON)
})

test('a country of the world is named by the runtime, in the reader’s language', () => {
  const named = (country: string, tag: string) =>
    countryView({ facts: { ...facts, country }, languages, speak, wanted: [tag], now: NOON }).name
  expect(named('IT', 'fr')).toMatchObject({ text: 'Italie', lang: 'fr' })
  expect(named('XK', 'en').text).toBe('Kosovo')
})
