import { expect, test } from 'vitest'
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
