import { pino } from 'pino'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { compose } from '../../../site/lib/compose.ts'
import { exitOf } from '../../../site/lib/exit-of.ts'
import { openLegal } from '../../../site/lib/legal-page.ts'
import { openPlace } from '../../../site/lib/place-page.ts'
import {
  campaign,
  type Fields,
  lakeWith,
  message,
  NOON,
  name,
  organization,
  place,
  placement,
  ref,
} from '../../content/queries/lake.ts'

const WEATHER = 'https://www.yr.no/en'
const office = (word: string) => ({ name: name(word, 'de'), contact: `${word}, 1 Street` })
const country = (code: string, over: Record<string, unknown> = {}): Fields => ({
  ...{ _id: `country-${code}`, _type: 'country', code },
  dataProtectionAuthority: office(`Data ${code}`),
  accessibilityBody: office(`Access ${code}`),
  accessibilityLaw: `Act of ${code}`,
  ...over,
})
const harbour = (over: Record<string, unknown> = {}): Fields => ({
  ...{ ...organization(), _id: 'Harbour', legalName: 'Harbour Ltd', name: name('Harbour') },
  country: 'XB',
  ...over,
})
// Lantern is behind the station, Harbour behind what hangs in motorway toilets.
const WORLD: Fields[] = [
  organization(),
  harbour(),
  message('debt'),
  campaign('know', { places: [ref('station')], to: '2026-01-20' }),
  campaign('stalls', { organizations: [ref('Harbour')], placeKinds: ['motorway-toilet'] }),
  place(),
]

async function visiting(...documents: Fields[]) {
  const client = await lakeWith(...documents)
  const { services, stop } = await compose({
    client,
    origin: 'https://help.example',
    isPrintable: true,
    log: pino({ level: 'silent' }),
    countScan: () => {},
    now: () => NOON,
  })
  onTestFinished(stop)
  const visit = { services, wanted: ['fr'], isChosen: true }
  const open = async (page: 'imprint' | 'privacy' | 'accessibility', query = '') => {
    const outcome = await openLegal(visit, page, new URLSearchParams(query))
    return outcome.isFound ? outcome : undefined
  }
  return { client, services, visit, open }
}

describe('a legal page', () => {
  test('names everybody, one organisation, or those behind a place', async () => {
    const { open } = await visiting(...WORLD, placement('ABCDE2'))
    const named = async (query: string) =>
      (await open('imprint', query))?.matter.parties.map(({ id }) => id)
    expect(await named('')).toEqual(['Harbour', 'lantern'])
    expect(await named('of=harbour')).toEqual(['Harbour'])
    expect(await named('place=the-station')).toEqual(['lantern'])
    expect(await named('code=abcde2')).toEqual(['lantern'])
    expect(await named('of=harbour&place=the-station')).toEqual(['Harbour'])
  })

  test('names everybody where nobody speaks at a place now', async () => {
    const [, , , , stalls, station] = WORLD
    const documents = [organization(), harbour(), message('debt'), stalls, station]
    const { open } = await visiting(...documents.filter((one) => one !== undefined))
    const found = await open('imprint', 'place=the-station')
    expect(found?.matter).toMatchObject({ isAll: true, parties: [{ id: 'Harbour' }] })
  })

  test('is made anew when a campaign at its place ends', async () => {
    const { open } = await visiting(...WORLD)
    const found = await open('imprint', 'place=the-station')
    expect(new Date(found?.validUntil ?? 0).toISOString()).toBe('2026-01-20T23:00:00.000Z')
    expect((await open('imprint'))?.validUntil).toBeUndefined()
  })

  test.each(['of=nobody', 'place=nowhere', 'code=zzzzzz', 'place=hidden-camp'])(
    'about what is not there (%s) is not there',
    async (query) => {
      const slug = { _type: 'slug', current: 'hidden-camp' }
      const { open } = await visiting(...WORLD, place({ _id: 'camp', slug, listed: false }))
      expect(await open('privacy', query)).toBeUndefined()
    },
  )

  test('names the authorities of the organisation’s country, else of the place’s', async () => {
    const { open } = await visiting(...WORLD, country('XA'), country('XB'))
    const authorities = async (page: 'privacy' | 'accessibility' | 'imprint', query: string) =>
      (await open(page, query))?.matter.authorities.map((one) => one.name?.text)
    expect(await authorities('privacy', 'of=harbour')).toEqual(['Data XB'])
    expect(await authorities('accessibility', 'of=harbour')).toEqual(['Access XB'])
    expect(await authorities('privacy', 'place=the-station')).toEqual(['Data XA'])
    expect(await authorities('privacy', 'of=lantern')).toEqual([])
    expect(await authorities('imprint', 'of=harbour')).toEqual([])
    expect((await open('accessibility', 'of=harbour'))?.matter.laws).toEqual(['Act of XB'])
  })

  test('marks a name in the language that it is in', async () => {
    const { open } = await visiting(...WORLD, country('XB'))
    const matter = (await open('privacy', 'of=harbour'))?.matter
    expect(matter?.parties[0]?.name).toEqual({ text: 'Harbour', lang: 'en', dir: 'ltr' })
    expect(matter?.authorities[0]?.name).toEqual({ text: 'Data XB', lang: 'de', dir: 'ltr' })
    expect(matter?.authorities[0]?.country.lang).toBe('fr')
  })

  test('claims a test only where somebody has said when, and the last one', async () => {
    const untested = await visiting(...WORLD)
    expect((await untested.open('accessibility'))?.matter.testedOn).toBeUndefined()
    const rest = WORLD.slice(2)
    const tested = await visiting(
      { ...organization(), accessibilityTestedOn: '2025-11-03' },
      harbour({ accessibilityTestedOn: '2025-12-01' }),
      ...rest,
    )
    expect((await tested.open('accessibility'))?.matter.testedOn).toBe('2025-12-01')
  })

  test('says where to report a barrier, by the website where nothing better is known', async () => {
    const { open } = await visiting(
      { ...organization(), accessibilityContact: 'access@lantern.example' },
      harbour({ url: 'https://harbour.example/' }),
      ...WORLD.slice(2),
    )
    const parties = (await open('accessibility'))?.matter.parties
    expect(parties?.map(({ barriers }) => barriers?.href)).toEqual([
      'https://harbour.example/',
      'mailto:access@lantern.example',
    ])
  })
})

describe('the exit', () => {
  const exit = 'https://meteo.example/heute'

  test('leads where the authors of the country say, elsewhere to the weather', async () => {
    const { services } = await visiting(...WORLD, country('XA', { exit }), country('XB'))
    expect(exitOf(services, 'XA')).toBe(exit)
    expect([exitOf(services, 'XB'), exitOf(services, undefined)]).toEqual([WEATHER, WEATHER])
  })

  test('leads to the weather where the document cannot be read', async () => {
    const { services } = await visiting(...WORLD, country('XA', { exit: 'http://meteo.example/' }))
    expect(exitOf(services, 'XA')).toBe(WEATHER)
  })

  test('of a vehicle is that of the country that the reader says to be in', async () => {
    const { visit } = await visiting(
      ...WORLD.slice(0, -1),
      place({ kind: 'public-transport-vehicle', countries: ['XA', 'XB'] }),
    )
    const countryAt = async (at?: string) => {
      const outcome = await openPlace(
        { ...visit, ...(at && { at }) },
        { lang: 'fr', place: 'the-station' },
      )
      return outcome.isFound && outcome.matter.kind === 'place' && outcome.matter.country
    }
    expect(await countryAt()).toBe('XA')
    expect(await countryAt('XB')).toBe('XB')
    expect(await countryAt('DE')).toBe('XA')
  })

  test('follows what is published, and pages that had another are dropped', async () => {
    const { client, services } = await visiting(...WORLD, country('XA'))
    const dropped = vi.spyOn(services.pageCache, 'invalidate')
    await client.patch('country-XA').set({ exit }).commit()
    await vi.waitFor(() => expect(exitOf(services, 'XA')).toBe(exit))
    // Once at the change, and once more for pages that were drawn with what stood before it.
    expect(dropped.mock.calls.length).toBeGreaterThanOrEqual(2)
    await client.delete('country-XA')
    await vi.waitFor(() => expect(exitOf(services, 'XA')).toBe(WEATHER))
  })
})
