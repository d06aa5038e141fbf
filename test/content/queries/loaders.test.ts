import { describe, expect, test } from 'vitest'
import { loadCountryFacts } from '#content/queries/load-country-facts.ts'
import { loadCountryList } from '#content/queries/load-country-list.ts'
import { loadGuide } from '#content/queries/load-guide.ts'
import { loadLanguages } from '#content/queries/load-languages.ts'
import { loadPlacement } from '#content/queries/load-placement.ts'
import { loadPlaces } from '#content/queries/load-places.ts'
import {
  campaign,
  guide,
  helpline,
  lakeWith,
  message,
  NOON,
  name,
  organization,
  place,
  placement,
  ref,
  reports,
  WITHDRAWAL,
} from './lake.ts'

describe('a placement', () => {
  const world = [organization(), message('debt'), campaign('know'), place({ listed: false })]

  test('is found by its code in any case, with an unlisted place', async () => {
    const client = await lakeWith(...world, placement('DEMO01'))
    const found = await loadPlacement(client, 'demo01', NOON)
    expect(found?.placement).toEqual({
      id: 'placement-DEMO01',
      code: 'DEMO01',
      piece: 'a3',
      campaign: 'know',
      place: 'station',
    })
    expect(found?.facts.place.id).toBe('station')
  })

  test('is found by a code that looks like it, unless that is one of its own', async () => {
    const client = await lakeWith(...world, placement('DEMO01'), placement('DEM001'))
    expect((await loadPlacement(client, 'DEM001', NOON))?.placement.code).toBe('DEM001')
    expect((await loadPlacement(client, 'DEMOO1', NOON))?.placement.code).toMatch(/^DEM[O0]01$/)
    expect((await loadPlacement(client, 'DEMOI1', NOON))?.placement).toBeUndefined()
  })

  test('of an unknown code, or of what is no code, is not there', async () => {
    const client = await lakeWith(...world, placement('DEMO01'))
    expect(await loadPlacement(client, 'XXXXXX', NOON)).toBeUndefined()
    expect(await loadPlacement(client, '*[_type', NOON)).toBeUndefined()
  })
})

describe('a country', () => {
  test('has its helplines, their standbys from abroad, and the languages of its listed places', async () => {
    const client = await lakeWith(
      organization(),
      helpline('0103', { countries: ['XB'] }),
      helpline('0102', { countries: ['XB'] }),
      helpline('0101', { ...WITHDRAWAL, standby: ref('0102') }),
      place({ languages: ['ti', 'en'] }),
      place({ _id: 'secret', slug: { current: 'secret-camp' }, listed: false }),
    )
    const list = await loadCountryList(client)
    const facts = await loadCountryFacts(client, { country: 'xa', list }, NOON)
    expect(facts).toMatchObject({ country: 'XA', zone: 'Europe/Rome', languages: ['ti', 'en'] })
    expect(facts?.helplines.map(({ id }) => id)).toEqual(['0101', '0102'])
    expect(JSON.stringify(facts)).not.toMatch(/Secret|157 0101/)
  })

  test('has the standby of a standby that is withdrawn too', async () => {
    const abroad = { countries: ['XB'] }
    const client = await lakeWith(
      organization(),
      helpline('0104', abroad),
      helpline('0103', { ...abroad, ...WITHDRAWAL, standby: ref('0104') }),
      helpline('0102', { ...abroad, ...WITHDRAWAL, standby: ref('0103') }),
      helpline('0101', { ...WITHDRAWAL, standby: ref('0102') }),
      helpline('0100', { standby: ref('0102') }),
    )
    const facts = await loadCountryFacts(client, { country: 'XA', list: [] }, NOON)
    expect(facts?.helplines.map(({ id }) => id).toSorted()).toEqual([
      '0100',
      '0101',
      '0102',
      '0103',
      '0104',
    ])
  })

  test('in which we know nothing is not there', async () => {
    const client = await lakeWith(place({ listed: false }))
    const list = await loadCountryList(client)
    expect(await loadCountryFacts(client, { country: 'XA', list }, NOON)).toBeUndefined()
    expect(await loadCountryFacts(client, { country: 'nowhere', list }, NOON)).toBeUndefined()
  })
})

describe('the list of countries', () => {
  test('counts a vehicle in each of its countries, and no unlisted place', async () => {
    const client = await lakeWith(
      organization(),
      helpline('0101', { countries: ['XC'] }),
      helpline('0102', { countries: ['XD'], ...WITHDRAWAL }),
      place({ countries: ['XB', 'XA'], languages: ['ti', 'en'] }),
      place({ _id: 'secret', slug: { current: 'secret-camp' }, listed: false }),
    )
    const zone = 'Europe/Rome'
    expect(await loadCountryList(client)).toEqual([
      { country: 'XA', places: 1, zone, languages: ['ti', 'en'] },
      { country: 'XB', places: 1, zone, languages: ['ti', 'en'] },
      { country: 'XC', places: 0, languages: [] },
    ])
  })

  test('holds more places than are read in one go, each once', async () => {
    const places = Array.from({ length: 520 }, (_, n) =>
      place({ _id: `p${n}`, slug: { current: `place-${n}` }, listed: n % 2 === 0 }),
    )
    const client = await lakeWith(...places)
    expect(await loadCountryList(client)).toMatchObject([{ country: 'XA', places: 260 }])
    const named = await loadPlaces(client, { country: 'XA', tags: ['en'] })
    expect(new Set(named.map(({ slug }) => slug)).size).toBe(260)
    expect(named).toHaveLength(260)
  })
})

test('the places of a country have their names in the languages asked for, else in one', async () => {
  const names = [...name('Station'), ...name('Gare', 'fr'), ...name('Bahnhof', 'de')]
  const client = await lakeWith(
    place({ name: names, countries: ['XB', 'XA'] }),
    place({ _id: 'secret', slug: { current: 'secret-camp' }, listed: false }),
    place({ _id: 'abroad', slug: { current: 'abroad' }, countries: ['XB'] }),
  )
  const named = async (...tags: string[]) =>
    (await loadPlaces(client, { country: 'XA', tags })).map((one) => one.name)
  expect(await named('de', 'fr')).toEqual([
    [
      { language: 'fr', text: 'Gare' },
      { language: 'de', text: 'Bahnhof' },
    ],
  ])
  expect(await named('ti')).toEqual([[{ language: 'en', text: 'Station' }]])
})

describe('a guide', () => {
  test('has its prose in every language that is approved', async () => {
    const stale = guide('fr', 'Prose', { approved: undefined })
    const client = await lakeWith(
      guide('en', 'English prose'),
      guide('ti', 'Tigrinya prose'),
      stale,
    )
    const found = await loadGuide(client, 'your-rights')
    expect(found).toMatchObject({ slug: 'your-rights', audience: 'person' })
    expect(found?.languages.map(({ language }) => language)).toEqual(['en', 'ti'])
    expect(found?.languages[0]?.body[0]?.children[0]?.text).toBe('English prose')
    expect(JSON.stringify(found)).not.toContain('Secret')
  })

  test('that is withdrawn in a language is not there in it', async () => {
    const withdrawn = { withdrawnOn: '2026-03-04', withdrawnBy: 'ada', reason: 'It names a place' }
    const client = await lakeWith(guide('en', 'Prose'), guide('ti', 'Words', { withdrawn }))
    const found = await loadGuide(client, 'your-rights')
    expect(found?.languages.map(({ language }) => language)).toEqual(['en'])
  })

  test('that is unknown, or approved in no language, is not there', async () => {
    const client = await lakeWith(guide('en', 'Prose', { approved: undefined }))
    expect(await loadGuide(client, 'your-rights')).toBeUndefined()
    expect(await loadGuide(client, 'nothing')).toBeUndefined()
  })
})

describe('languages', () => {
  const row = {
    _type: 'language',
    ownName: 'Sicilianu',
    englishName: 'Sicilian',
    script: 'Latn',
    direction: 'ltr',
    font: 'Noto Sans',
    fallback: ['it'],
    audioOnly: false,
  }

  test('are the built-in ones, changed and added to by authors', async () => {
    const client = await lakeWith(
      { ...row, _id: 'language-scn', tag: 'scn' },
      { ...row, _id: 'language-so', tag: 'so', ownName: 'Af-Soomaali' },
    )
    const languages = await loadLanguages(client)
    expect(languages.find(({ tag }) => tag === 'scn')).toMatchObject({ fallback: ['it'] })
    expect(languages.filter(({ tag }) => tag === 'so').map(({ ownName }) => ownName)).toEqual([
      'Af-Soomaali',
    ])
    expect(languages.find(({ tag }) => tag === 'en')).toBeDefined()
  })

  test('that are half written leave the built-in ones as they are, and are reported', async () => {
    const client = await lakeWith({
      _id: 'language-ar',
      _type: 'language',
      tag: 'ar',
      ownName: name('x'),
    })
    const { told, report } = reports()
    const languages = await loadLanguages(client, report)
    expect(languages.find(({ tag }) => tag === 'ar')?.direction).toBe('rtl')
    expect(told).toHaveLength(1)
  })
})
