import { describe, expect, test } from 'vitest'
import { ALWAYS, DAY, helpline, message, NOON, placeFacts, service, text } from './facts.ts'
import { blocksOf, viewOf } from './view.ts'

describe('a text falls back by itself', () => {
  const named = (...languages: string[]) =>
    placeFacts({
      place: {
        name: languages.map((language) => ({ language, text: `in ${language}` })),
        languages: ['de', 'en'],
      },
    }).place

  function shownIn(wanted: string[], ...languages: string[]) {
    return viewOf({ ...placeFacts(), place: named(...languages) }, wanted).place.name.lang
  }

  test('from Dari to Persian, along the table', () => {
    expect(shownIn(['prs'], 'fa', 'de', 'en')).toBe('fa')
  })

  test('never from Ukrainian to Russian, Tigrinya to Amharic, Oromo to Amharic, Kurmanji to Turkish', () => {
    expect(shownIn(['uk'], 'ru', 'de')).toBe('de')
    expect(shownIn(['ti'], 'am', 'de')).toBe('de')
    expect(shownIn(['om'], 'am', 'de')).toBe('de')
    expect(shownIn(['kmr'], 'tr', 'de')).toBe('de')
  })

  test('to the reader’s next language, then the place’s, then English', () => {
    expect(shownIn(['ti', 'ar'], 'ar', 'de', 'en')).toBe('ar')
    expect(shownIn(['ti'], 'de', 'en')).toBe('de')
    expect(shownIn(['ti'], 'en', 'ru')).toBe('en')
  })

  test('a name is shown in whatever language it has rather than not at all', () => {
    expect(shownIn(['ti'], 'ru')).toBe('ru')
    expect(viewOf({ ...placeFacts(), place: named() }).place.name.text).toBe('Train station')
  })
})

describe('campaigns', () => {
  const campaign = {
    id: 'campaign',
    organizations: [{ id: 'lantern', name: text('Lantern'), kind: 'ngo' as const }],
    messages: ['b', 'a'],
    languages: ['en'],
    from: '2026-01-14',
    to: '2026-01-15',
  }
  const facts = placeFacts({
    campaigns: [campaign],
    messages: [message('a', { cover: true }), message('b')],
    helplines: [helpline('a', { hours: ALWAYS })],
    place: { zone: 'Asia/Dhaka' },
  })
  const first = Date.UTC(2026, 0, 13, 18)
  const after = first + 2 * DAY

  test('show their messages in order, cover topics among them, from the first to the last day', () => {
    const ids = (now: number) => blocksOf(viewOf(facts, ['en'], now), 'message').map(({ id }) => id)
    expect(ids(first - 1)).toEqual([])
    expect(ids(first)).toEqual(['b', 'a'])
    expect(ids(after - 1)).toEqual(['b', 'a'])
    expect(ids(after)).toEqual([])
  })

  test('say when they begin and end, by the calendar of the place', () => {
    expect(viewOf(facts, ['en'], first - 1).validUntil).toBe(first)
    expect(viewOf(facts, ['en'], first).validUntil).toBe(after)
  })

  test('name who is behind them while they run', () => {
    expect(viewOf(facts, ['en'], first).publishers.map((it) => it.text)).toEqual(['Lantern'])
    expect(viewOf(facts, ['en'], after).publishers).toEqual([])
  })

  test('keep a message back that no language of the reader’s chain has', () => {
    const messages = [message('a', { heading: text('Слова', 'ru') })]
    expect(blocksOf(viewOf({ ...facts, messages }, ['uk'], first), 'message')).toEqual([])
  })
})

describe('the emergency number', () => {
  test('stands after the helplines and says what follows from calling it', () => {
    const view = viewOf(placeFacts({ helplines: [helpline('a')] }))
    expect(view.blocks.map(({ kind }) => kind).slice(0, 2)).toEqual(['helpline', 'emergency'])
    expect(blocksOf(view, 'emergency')[0]).toMatchObject({
      number: '112',
      href: 'tel:112',
      words: {
        text: 'Life in danger: 112. Police may come. They can see your number and where you are.',
      },
    })
    expect(blocksOf(view, 'emergency')[0]).not.toHaveProperty('countryName')
  })

  test('of a vehicle is given for each country in order, by name', () => {
    const facts = placeFacts({ place: { countries: ['XB', 'GB'], line: '7' } })
    const view = viewOf(facts, ['fr'])
    expect(
      blocksOf(view, 'emergency').map(({ countryName, number }) => [countryName?.text, number]),
    ).toEqual([
      ['Bellmark', '112'],
      ['Royaume-Uni', '999'],
    ])
    expect(view.place.youAreHere.text).toBe('Vous êtes sur la ligne 7')
  })
})

test('a withdrawn door is shut', () => {
  const services = [service('open'), service('shut', { withdrawn: true })]
  const shown = blocksOf(viewOf(placeFacts({ services })), 'service')
  expect(shown.map(({ id }) => id)).toEqual(['open'])
})

test('the way to a door is told in words before a map is offered', () => {
  const services = [
    service('a', {
      approximateAddress: '12 Station Street',
      coordinates: { lat: 45.5, lng: 13.5 },
      directions: text('Walk to the clock.'),
    }),
  ]
  expect(blocksOf(viewOf(placeFacts({ services })), 'service')[0]).toMatchObject({
    address: { text: 'Near 12 Station Street' },
    directions: { text: 'Walk to the clock.' },
    geo: { href: 'geo:45.5,13.5', before: { text: expect.stringContaining('Read the way here') } },
  })
})

test('guides for officials are not shown to a person', () => {
  const guides = (['person', 'police'] as const).map((audience) => ({
    slug: `for-${audience}`,
    audience,
    title: text('Title'),
    summary: text('Summary'),
  }))
  expect(blocksOf(viewOf(placeFacts({ guides })), 'guide').map(({ slug }) => slug)).toEqual([
    'for-person',
  ])
})

test('a view in which nothing will change has no end', () => {
  const lapsed = helpline('a', { hours: ALWAYS, verifiedOn: '2020-01-01' })
  expect(viewOf(placeFacts({ helplines: [lapsed] }), ['en'], NOON).validUntil).toBeUndefined()
})
