import { describe, expect, test } from 'vitest'
import { demoDocuments } from '#content/demo/documents.ts'
import { numbersIn, strayNumberGate } from '#content/gates/stray-number-gate.ts'

type Fields = Record<string, unknown>

const line = (name: string, over: Fields = {}): Fields => ({
  _id: 'line',
  _type: 'helpline',
  name: [{ _key: 'en', language: 'en', value: name }],
  numbers: [{ _key: 'a', dial: '07700 900123', e164: '+447700900123', channel: 'voice' }],
  ...over,
})

const refused = (after: Fields, before?: Fields) =>
  strayNumberGate([{ id: 'line', after, ...(before && { before }) }])

test('a telephone number in words that one person lets out is refused, in any script', () => {
  expect(numbersIn('Ring 0808 157 0900 or +44 7700 900 123.')).toEqual([
    '0808 157 0900',
    '+44 7700 900 123',
  ])
  expect(numbersIn('116 006')).toHaveLength(1)
  expect(numbersIn('٠٧٧٠٠ ٩٠٠١٢٣')).toHaveLength(1)
  expect(refused(line('Call 07700 900 999'))).toMatchObject([{ path: 'name', language: 'en' }])
  const said = { text: '07700 900 999', approved: { text: 'Call 07700 900 999' } }
  const value = {
    ...{ ...said, origin: 'human', sourceHash: 'a' },
    approved: { ...said.approved, sourceHash: 'a', approvedBy: 'ada', approvedOn: '2026-01-01' },
  }
  const whatHappens = [{ _key: 'en', language: 'en', value }]
  expect(refused(line('Lantern', { whatHappens }))).toMatchObject([{ path: 'whatHappens' }])
})

test('a line may be called by its own number, and what stood there stays', () => {
  expect(refused(line('Lantern 07700 900 123'))).toEqual([])
  expect(refused(line('Call 07700 900 999'), line('Call 07700 900 999'))).toEqual([])
})

test('a number is found whatever stands between its digits, seen or not', () => {
  for (const number of [
    ...['0808 – 157 – 0900', '0808—157—0900', '0808·157·0900', '0808•157•0900', '0808_157_0900'],
    ...['0808\u200b157\u200b0900', '0808\u00ad1570900', '\u20660808\u2069\u200e1570900'],
    ...[
      '0\ufe0f\u20e38\ufe0f\u20e30\ufe0f\u20e38\ufe0f\u20e3 157 0900',
      '０８０８１５７０９００',
      '০৮০৮ ১৫৭ ০৯০০',
    ],
  ]) {
    expect(numbersIn(`Call ${number} now`), number).toHaveLength(1)
  }
})

test('a line no longer bears the number that it had, also where its words stood before', () => {
  const numbers = [{ _key: 'a', dial: '07700 900124', channel: 'voice' }]
  const before = line('Lantern 07700 900 123')
  expect(refused(line('Lantern 07700 900 123', { numbers }), before)).toMatchObject([
    { path: 'name', message: expect.stringMatching(/its number no longer/) },
  ])
  const short = { numbers: [{ _key: 'a', dial: '1522', channel: 'voice' }] }
  expect(refused(line('Line 1522', short))).toEqual([])
  expect(refused(line('Line 1522'), line('Line 1522', short))).toHaveLength(1)
})

describe('a short number', () => {
  const said = (type: string, field: string, text: string, language = 'en', lines = ['1522']) => {
    const approved = { text, sourceHash: 'a', approvedBy: 'ada', approvedOn: '2026-01-01' }
    const value = { text, origin: 'human', sourceHash: 'a', approved }
    const after = { _id: 'it', _type: type, [field]: [{ _key: language, language, value }] }
    return strayNumberGate([{ id: 'it', after }], new Set(lines))
  }

  test.each([
    ['en', 'Call 1522.'],
    ['en', 'Tel.:1522'],
    ['fr', 'Appelez le 39 19'],
    ['en', 'Ring 112 now'],
    ['ar', 'اتصل بـ١٥٢٢'],
    ['fa', '۱۵۲۲'],
    ['hi', '१५२२ पर कॉल करें'],
    ['zh', '请拨打1522。'],
    ['en', '1\u200b5\u200b2\u200b2'],
  ])('is refused in what stands beside a number, in %s: %s', (language, text) => {
    expect(said('message', 'body', text, language, [])).toMatchObject([{ path: 'body', language }])
    expect(said('helpline', 'whatHappens', text, language, [])).toHaveLength(1)
  })

  test.each([
    ...[
      'Since 2019.',
      '24 hours, 7 days',
      'Platform 12',
      'Gate B214',
      'Bus 137A',
      '500 €',
      '€ 500',
    ],
    ...['100 %', '12:30', '4.3.2026', '2026-03-04', '25th'],
  ])('is not what only looks like one: %s', (text) => {
    expect(said('message', 'body', text)).toEqual([])
  })

  test('may be the number of a room, a bus or a law, unless a line has it', () => {
    expect(said('place', 'directions', 'Room 214, bus 137')).toEqual([])
    expect(said('place', 'directions', 'Ask at 1522')).toHaveLength(1)
    expect(said('alert', 'headline', 'Leave by gate 214')).toEqual([])
    expect(said('alert', 'headline', 'Call 911')).toHaveLength(1)
  })
})

test('dates, years, rooms, sums and hours are no telephone numbers', () => {
  for (const words of [
    '2026-03-04',
    '4.3.2026',
    '2024-2025',
    'Room 12, platform 3',
    '20 000 euros',
  ]) {
    expect(numbersIn(words)).toEqual([])
  }
  expect(numbersIn('08:00-18:00, 24 hours, 7 days')).toEqual([])
})

test('the demo has none', () => {
  const changes = demoDocuments(new Date('2026-03-04'))
    .flat()
    .map((after) => ({ id: String(after._id), after }))
  expect(strayNumberGate(changes)).toEqual([])
})
