import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { identityFor } from '#content/access/policy.ts'
import { almighty } from '#content/lake/rights.ts'
import { readingOf } from '../../../site/desk/hours.ts'
import { refusalsOf } from '../../../site/desk/refusals.ts'
import { type GatedLake, openGatedLake } from '../gated-lake.ts'

// A Wednesday, 13:00 in Rome.
const NOON = Date.parse('2026-03-04T12:00:00Z')

describe('what publishing would be refused for', () => {
  let lake: GatedLake
  beforeAll(async () => {
    lake = await openGatedLake(NOON)
  })
  afterAll(() => lake.stop())

  const ask = (id: string, identity = almighty('ada')) =>
    refusalsOf(id, identity, { client: lake.content.client, now: () => NOON })

  test('is nothing where a document may go out', async () => {
    expect(await ask('campaign-know-the-way')).toEqual([])
  })

  test('names the draft, its field and its language, with type and title to link to', async () => {
    const { client } = await lake.administrator()
    await client.create({
      ...(await client.getDocument('campaign-three-minutes')),
      _id: 'drafts.campaign-three-minutes',
      _type: 'campaign',
      languages: ['en', 'tr'],
      printer: '',
    })
    const refusals = await ask('campaign-three-minutes')
    expect(refusals).toContainEqual(
      expect.objectContaining({
        documentId: 'campaign-three-minutes',
        documentType: 'campaign',
        title: 'Three minutes',
        path: 'printer',
      }),
    )
    expect(refusals).toContainEqual(
      expect.objectContaining({
        documentId: 'message-wages',
        documentType: 'message',
        path: 'heading',
        language: 'tr',
      }),
    )
  })

  test('tells of a draft that has to be published first, and what holds that back', async () => {
    const { client } = await lake.administrator()
    const message = { _id: 'drafts.message-new', _type: 'message', topic: 'debt' }
    await client.create(message)
    const campaign = await client.getDocument('campaign-know-the-way')
    const weak = {
      _type: 'reference',
      _key: 'new',
      _ref: 'message-new',
      _weak: true,
      _strengthenOnPublish: { type: 'message' },
    }
    await client.create({
      ...campaign,
      _id: 'drafts.campaign-know-the-way',
      _type: 'campaign',
      messages: [weak],
    })
    const refusals = await ask('campaign-know-the-way')
    const messages = refusals
      .filter(({ documentId }) => documentId === 'message-new')
      .map(({ message: words }) => words)
    expect(messages[0]).toMatch(/is not published yet, and the campaign "Know the way" shows it/)
    expect(messages.join()).toMatch(/pictogram is missing/)
  })

  test('is told only to who may read the document', async () => {
    const bindings = [{ role: 'operator' as const, organizations: 'all' as const }]
    const operator = identityFor({ id: 'olga', bindings, now: new Date(NOON) })
    await expect(ask('message-new', operator)).rejects.toThrow(/no such document/)
    await expect(ask('nothing-here')).rejects.toThrow(/no such document/)
  })
})

describe('opening hours', () => {
  const read = (osm: string) => readingOf({ osm, zone: 'Europe/Rome', country: 'IT' }, NOON)

  test('are read back as a week, and as open or not at this moment', () => {
    expect(read('Mo-Fr 08:00-18:00; PH off')).toEqual({
      isReadable: true,
      always: false,
      weekly: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '18:00' }],
      isOpenNow: true,
    })
    expect(read('Mo-Fr 08:00-12:00')).toMatchObject({ isReadable: true, isOpenNow: false })
    expect(read('24/7')).toMatchObject({ always: true, isOpenNow: true })
  })

  test('that cannot be read say what to write', () => {
    expect(read('every day')).toMatchObject({
      isReadable: false,
      problem: expect.stringMatching(/Write them as OSM does, such as "Mo-Fr 08:00-18:00"/),
    })
    expect(read('Mo-Fr 09:00+').problem).toMatch(/Write when it closes/)
  })
})
