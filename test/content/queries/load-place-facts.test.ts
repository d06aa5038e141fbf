import { describe, expect, test } from 'vitest'
import { placeFacts } from '#content/model/facts.ts'
import { loadPlaceFacts } from '#content/queries/load-place-facts.ts'
import {
  approved,
  campaign,
  type Fields,
  guide,
  helpline,
  lakeWith,
  message,
  NOON,
  organization,
  place,
  ref,
  reports,
  WITHDRAWAL,
} from './lake.ts'

const SLUG = { slug: 'the-station' }

/** Facts of a station with these helplines, and what was reported. */
async function factsWith(helplines: Fields[], others: Fields[] = [], over: object = {}) {
  const refs = helplines.map(({ _id }) => ref(_id))
  const station = place({ helplines: refs, ...over })
  const client = await lakeWith(organization(), ...helplines, ...others, station)
  const { told, report } = reports()
  return { facts: await loadPlaceFacts(client, SLUG, NOON, report), told, client }
}

describe('a place', () => {
  test('comes with all its facts, in the public shape', async () => {
    const others = [
      message('debt'),
      campaign('know', { places: [ref('station')] }),
      guide('en', 'You have rights.'),
    ]
    const { facts, told } = await factsWith([helpline('0101')], others)
    expect(placeFacts.parse(facts)).toEqual(facts)
    expect(told).toEqual([])
    expect(facts?.helplines[0]?.hours.weekly).toEqual([
      { days: [1, 2, 3, 4, 5], from: '08:00', to: '18:00' },
    ])
    expect(facts?.campaigns[0]?.messages).toEqual(['debt'])
    expect(facts?.messages.map(({ id }) => id)).toEqual(['debt'])
    expect(facts?.guides).toEqual([
      {
        slug: 'your-rights',
        audience: 'person',
        title: [{ language: 'en', text: 'Title en' }],
        summary: [{ language: 'en', text: 'Summary en' }],
      },
    ])
  })

  test('lets no name of staff, no note and no reason out', async () => {
    const others = [
      message('debt'),
      campaign('know', { places: [ref('station')] }),
      guide('en', 'Words'),
    ]
    const gone = helpline('0102', WITHDRAWAL)
    const { facts } = await factsWith([helpline('0101'), gone], others)
    expect(JSON.stringify(facts)).not.toContain('Secret')
  })

  test('that is not listed opens by its id only', async () => {
    const client = await lakeWith(place({ listed: false }))
    expect(await loadPlaceFacts(client, SLUG, NOON)).toBeUndefined()
    expect((await loadPlaceFacts(client, { id: 'station' }, NOON))?.place.listed).toBe(false)
  })

  test('that is unknown or only a draft is not there', async () => {
    const client = await lakeWith(place({ _id: 'drafts.station' }))
    expect(await loadPlaceFacts(client, SLUG, NOON)).toBeUndefined()
    expect(await loadPlaceFacts(client, { id: 'station' }, NOON)).toBeUndefined()
    expect(await loadPlaceFacts(client, { id: 'drafts.station' }, NOON)).toBeUndefined()
  })

  test('that is only half written is a mistake with its name and fields', async () => {
    const client = await lakeWith(place({ zone: 'Nowhere', languages: [] }))
    await expect(loadPlaceFacts(client, SLUG, NOON)).rejects.toThrow(
      /^The place the-station cannot be shown: place.zone: .*; place.languages: /,
    )
  })
})

describe('helplines of a place', () => {
  test('that are withdrawn have no number and no words left, but their standby', async () => {
    const gone = helpline('0101', { ...WITHDRAWAL, standby: ref('0102') })
    const station = place({ helplines: [ref('0101')] })
    const client = await lakeWith(organization(), helpline('0102'), gone, station)
    const facts = await loadPlaceFacts(client, SLUG, NOON)
    expect(facts?.helplines.find(({ id }) => id === '0101')).toMatchObject({
      withdrawn: true,
      numbers: [],
      whatHappens: [],
      standby: '0102',
    })
    expect(facts?.helplines.find(({ id }) => id === '0102')?.numbers).toHaveLength(1)
    expect(JSON.stringify(facts)).not.toContain('157 0101')
  })

  test('bring the standby of their standby', async () => {
    const chain = [
      helpline('0103'),
      helpline('0102', { ...WITHDRAWAL, standby: ref('0103') }),
      helpline('0101', { ...WITHDRAWAL, standby: ref('0102') }),
    ]
    const client = await lakeWith(organization(), ...chain, place({ helplines: [ref('0101')] }))
    const facts = await loadPlaceFacts(client, SLUG, NOON)
    expect(facts?.helplines.map(({ id }) => id).toSorted()).toEqual(['0101', '0102', '0103'])
  })

  test('of the country step in where none of its own is left, the police last', async () => {
    const others = [
      { ...organization(), _id: 'guard', kind: 'police' },
      helpline('0100', { organization: ref('guard') }),
      helpline('0102'),
      helpline('0103', WITHDRAWAL),
      helpline('0104', { countries: ['XB'] }),
    ]
    const { facts } = await factsWith([helpline('0101', WITHDRAWAL)], others)
    const standing = facts?.helplines.filter(({ withdrawn }) => !withdrawn).map(({ id }) => id)
    expect(standing).toEqual(['0102', '0100'])
    expect(facts?.place.helplines).toEqual(expect.arrayContaining(['0102', '0100']))
  })

  test('of the country stay away where one of its own is left', async () => {
    const { facts } = await factsWith([helpline('0101')], [helpline('0102')])
    expect(facts?.helplines.map(({ id }) => id)).toEqual(['0101'])
  })

  test('that are half written are left out and reported, and the others stay', async () => {
    const { facts, told } = await factsWith([
      helpline('0101', { free: 'perhaps' }),
      helpline('0102'),
    ])
    expect(facts?.helplines.map(({ id }) => id)).toEqual(['0102'])
    expect(told.map((mistake) => mistake.message)).toEqual([
      expect.stringMatching(/^0101 .* free: /),
    ])
  })

  test('with hours that nobody can read stay without them, and are reported', async () => {
    const hours = { osm: 'always', zone: 'Europe/Rome' }
    const { facts, told } = await factsWith([helpline('0101', { hours })])
    expect(facts?.helplines[0]?.hours).toMatchObject({ always: false, open: [], horizon: 0 })
    expect(told[0]?.message).toMatch(/^0101, hours.osm: "always"/)
  })
})

describe('texts', () => {
  const words = (over: object) => {
    const entry = approved('Approved words')
    return [{ ...entry, value: { ...entry.value, ...over } }]
  }
  const whatHappens = async (entry: unknown) =>
    (await factsWith([helpline('0101', { whatHappens: entry })])).facts?.helplines[0]?.whatHappens

  test('are public as they were approved, until better ones are', async () => {
    expect(await whatHappens(words({ text: 'Newer words' }))).toEqual([
      { language: 'en', text: 'Approved words' },
    ])
  })

  test('that nobody approved are not public', async () => {
    expect(await whatHappens(words({ approved: undefined }))).toEqual([])
  })

  test('that were withdrawn are not public', async () => {
    const withdrawn = { withdrawnOn: '2026-01-02', withdrawnBy: 'x', reason: 'y' }
    expect(await whatHappens(words({ withdrawn }))).toEqual([])
  })
})

test.each([{ approved: undefined }, { withdrawn: { withdrawnOn: '2026-01-02' } }])(
  'a message or a way to a door is public in no language with %j',
  async (over) => {
    const entry = approved('Hidden words')
    const hidden = [{ ...entry, value: { ...entry.value, ...over } }]
    const words = { heading: hidden, body: hidden, callToAction: hidden }
    const { numbers: _numbers, ...door } = helpline('door')
    const others = [
      { ...message('debt'), ...words },
      campaign('know', { places: [ref('station')] }),
      { ...door, _type: 'service', kind: 'legal', directions: hidden },
    ]
    const { facts } = await factsWith([], others, { services: [ref('door')], directions: hidden })
    expect(facts?.messages).toMatchObject([{ heading: [], body: [], callToAction: [] }])
    expect(facts?.services).toMatchObject([{ directions: [] }])
    expect(JSON.stringify(facts)).not.toContain('Hidden words')
  },
)

describe('guides', () => {
  test('that were changed after their approval are not public in that language', async () => {
    const { approved: approval } = guide('en', 'Approved prose')
    const others = [
      guide('ti', 'Tigrinya prose'),
      guide('en', 'Changed prose', { approved: approval }),
    ]
    const { facts } = await factsWith([], others)
    expect(facts?.guides[0]?.title.map(({ language }) => language)).toEqual(['ti'])
  })

  test('of which only the title or the summary was changed are not public either', async () => {
    const others = [
      guide('en', 'Prose', { title: 'Nobody approved this' }),
      guide('ti', 'Prose', { summary: 'Nor this' }),
      guide('fr', 'Prose'),
    ]
    const { facts } = await factsWith([], others)
    expect(facts?.guides[0]?.title.map(({ language }) => language)).toEqual(['fr'])
  })

  test('for officials are not among the facts of a place', async () => {
    const { facts } = await factsWith([], [guide('en', 'Prose', { audience: 'police' })])
    expect(facts?.guides).toEqual([])
  })
})

describe('campaigns', () => {
  test('reach a place by its name or its kind, and no other', async () => {
    const others = [
      message('debt'),
      campaign('by-name', { places: [ref('station')] }),
      campaign('by-kind', { placeKinds: ['train-station'] }),
      campaign('elsewhere', { placeKinds: ['airport'] }),
    ]
    const station = place()
    const client = await lakeWith(organization(), message('debt'), station, ...others.slice(1))
    const facts = await loadPlaceFacts(client, SLUG, NOON)
    expect(facts?.campaigns.map(({ id }) => id)).toEqual(['by-kind', 'by-name'])
  })

  test('that ended long ago are not carried along', async () => {
    const kinds = { placeKinds: ['train-station'] }
    const others = [
      message('debt'),
      campaign('old', { ...kinds, to: '2026-01-10' }),
      campaign('yesterday', { ...kinds, to: '2026-01-13' }),
    ]
    const { facts } = await factsWith([], others)
    expect(facts?.campaigns.map(({ id }) => id)).toEqual(['yesterday'])
  })
})
