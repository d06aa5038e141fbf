import { describe, expect, test } from 'vitest'
import { demoDocuments } from '#content/demo/documents.ts'
import { shapeGate } from '#content/gates/shape-gate.ts'

const HELPLINE = {
  _id: 'line',
  _type: 'helpline',
  organization: { _type: 'reference', _ref: 'lantern' },
  name: [{ _key: 'en', language: 'en', value: 'Lantern' }],
  numbers: [{ _key: 'a', dial: '020 7946 0000', e164: '+442079460000', channel: 'voice' }],
  audience: 'everyone',
  languages: [],
  hours: { osm: 'Mo-Fr 08:00-18:00; PH off', zone: 'Europe/London' },
  countries: ['GB'],
  anonymous: 'yes',
  free: 'yes',
  asksResidenceStatus: 'no',
  contactsPolice: 'never',
}

function refusalsOf(over: Record<string, unknown>, id = 'line') {
  return shapeGate({ changes: [{ id, after: { ...HELPLINE, _id: id, ...over } }] })
}

describe('the gate of shapes', () => {
  test('lets a whole helpline pass, and every document of the demo', () => {
    expect(refusalsOf({})).toEqual([])
    const changes = demoDocuments(new Date('2026-01-14T12:00:00Z'))
      .flat()
      .map((after) => ({ id: after._id, after }))
    expect(changes.length).toBeGreaterThan(0)
    expect(shapeGate({ changes })).toEqual([])
  })

  test('lets drafts, versions, deletions and what Sanity keeps pass as they are', () => {
    const unfinished = { _type: 'helpline' }
    const free = [
      { id: 'drafts.line', after: unfinished },
      { id: 'versions.r1.line', after: unfinished },
      { id: 'line' },
      { id: 'image-a', after: { _type: 'sanity.imageAsset' } },
      { id: '_.groups.a', after: { _type: 'system.group' } },
      { id: 'guide-languages-a', after: { _type: 'translation.metadata' } },
    ]
    expect(shapeGate({ changes: free })).toEqual([])
  })

  test('names the document, the field and what to do', () => {
    expect(refusalsOf({ hours: { osm: '24/7' } })).toEqual([
      {
        documentId: 'line',
        path: 'hours.zone',
        message:
          'The helpline "Lantern" cannot be published: hours.zone is missing. Fill it in and publish again.',
      },
    ])
    expect(refusalsOf({ free: 'perhaps' })[0]).toMatchObject({
      path: 'free',
      message: expect.stringMatching(/free: .*Correct it and publish again\.$/),
    })
  })

  test('says of a list that has nothing in it that it is missing', () => {
    expect(refusalsOf({ countries: [] })[0]?.message).toMatch(/: countries is missing\. Fill it in/)
  })

  test('asks for the answers that have no default', () => {
    const { anonymous: _anonymous, contactsPolice: _police, ...silent } = HELPLINE
    const refusals = shapeGate({ changes: [{ id: 'line', after: silent }] })
    expect(refusals.map(({ path }) => path)).toEqual(['anonymous', 'contactsPolice'])
  })

  test('refuses a type that nobody has thought about', () => {
    expect(refusalsOf({ _type: 'person' })[0]?.message).toMatch(/its type "person" is not one of/)
  })

  test('looks at every document of a transaction', () => {
    const changes = ['a', 'b'].map((id) => ({ id, after: { _id: id, _type: 'organization' } }))
    const ids = shapeGate({ changes }).map(({ documentId }) => documentId)
    expect(new Set(ids)).toEqual(new Set(['a', 'b']))
  })
})

describe('opening hours', () => {
  test('that cannot be read are refused, those of a language too', () => {
    const hours = { osm: 'every day', zone: 'Europe/London' }
    const languages = [{ _key: 'ti', tag: 'ti', mode: 'direct', hours }]
    expect(refusalsOf({ hours }).map(({ path }) => path)).toEqual(['hours.osm'])
    expect(refusalsOf({ languages }).map(({ path }) => path)).toEqual(['languages[0].hours.osm'])
  })

  test('that only parse with a warning are refused, with the reason', () => {
    const hours = { osm: 'Mo-Fr 8-18', zone: 'Europe/London' }
    expect(refusalsOf({ hours })[0]?.message).toMatch(/^line, hours.osm: "Mo-Fr 8-18".*minutes/)
  })

  test.each(['24/7 "free call"', 'Mo-Fr 09:00+'])(
    'that would be shown as closed without the author knowing are refused: %s',
    (osm) => {
      const [refusal] = refusalsOf({ hours: { osm, zone: 'Europe/London' } })
      expect(refusal).toMatchObject({ path: 'hours.osm' })
      expect(refusal?.message).toMatch(/^line, hours.osm: .* would be shown as closed/)
    },
  )

  test.each(['Mo-Su,PH 00:00-24:00', 'Fr 20:00-26:00', 'Mo-Fr 08:00-18:00; PH off', '24/7'])(
    'that are plain pass: %s',
    (osm) => {
      expect(refusalsOf({ hours: { osm, zone: 'Europe/London' } })).toEqual([])
    },
  )
})

describe('numbers', () => {
  const number = (over: Record<string, unknown>) => ({
    numbers: [{ _key: 'a', dial: '0808 157 0142', channel: 'voice', ...over }],
  })

  test.each([
    ['+442079460958'],
    ['+448081570142'],
    ['+447700900142'],
    ['+12025550143'],
    ['+33199001234'],
    ['+493023125001'],
    ['+390612345678'],
  ])('that are possible pass: %s', (e164) => {
    const dial = `0${e164.slice(3)}`
    expect(refusalsOf(number({ dial, e164 }))).toEqual([])
  })

  test.each([['+4420794'], ['+44207946095800'], ['+999123456789']])(
    'that cannot exist are refused: %s',
    (e164) => {
      expect(
        refusalsOf(number({ dial: `0${e164.slice(3)}`, e164 })).map(({ path }) => path),
      ).toEqual(['numbers[0].e164'])
    },
  )

  test('that say one thing on paper and dial another are refused', () => {
    const [refusal] = refusalsOf(number({ dial: '0808 157 0999', e164: '+448081570142' }))
    expect(refusal?.path).toBe('numbers[0].e164')
    expect(refusal?.message).toContain('another number than "0808 157 0999"')
    expect(refusalsOf(number({ dial: '8 (800) 555-01-42', e164: '+78005550142' }))).toEqual([])
    expect(refusalsOf(number({ dial: '116 016', e164: '+493023125001' }))).toEqual([])
  })

  test('that begin with another country than is dialled are refused', () => {
    const paths = (dial: string) =>
      refusalsOf(number({ dial, e164: '+448081570142' })).map(({ path }) => path)
    expect(paths('+39 808 157 0142')).toEqual(['numbers[0].e164'])
    expect(paths('+44 808 157 0142')).toEqual([])
    expect(paths('+44 (0)808 157 0142')).toEqual([])
  })

  test.each(['\u202e0808 157 0142', '0808\u200b1570142', '0808 ١٥٧ ٠١٤٢', '0808 157 ०१४२'])(
    'that a link would dial otherwise than they are read are refused: %j',
    (dial) => {
      expect(refusalsOf(number({ dial })).map(({ path }) => path)).toContain('numbers[0].dial')
    },
  )

  test('that no telephone can dial are refused', () => {
    expect(refusalsOf(number({ dial: '0800 HELP' }))[0]?.path).toBe('numbers[0].dial')
    expect(refusalsOf(number({ dial: '--' }))[0]?.path).toBe('numbers[0].dial')
  })

  test('a short national number needs no international form', () => {
    expect(refusalsOf(number({ dial: '116 006' }))).toEqual([])
  })

  test('a chat needs a safe address', () => {
    const chat = { dial: 'chat.example', channel: 'chat' }
    expect(refusalsOf(number(chat))[0]?.path).toBe('numbers[0].url')
    expect(refusalsOf(number({ ...chat, url: 'http://chat.example/' }))[0]?.path).toBe(
      'numbers[0].url',
    )
    expect(refusalsOf(number({ ...chat, url: 'https://chat.example/' }))).toEqual([])
  })
})
