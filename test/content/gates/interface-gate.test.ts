import { expect, test } from 'vitest'
import { interfaceGate } from '#content/gates/interface-gate.ts'

const english = {
  'site.title': 'Help',
  'kiosk.countdown_one': 'Clears in {{count}} second',
  'kiosk.countdown_other': 'Clears in {{count}} seconds',
}

function refusals(key: string, text: string, isApproved = true) {
  const approved = { text, sourceHash: 'a', approvedBy: 'r', approvedOn: '2026-01-01' }
  const value = { text, origin: 'human', sourceHash: 'a', ...(isApproved && { approved }) }
  const id = 'interface-lg'
  const after = {
    _id: id,
    _type: 'interfaceText',
    language: 'lg',
    strings: [{ _key: 'k', key, value }],
  }
  return interfaceGate([{ id, after }], english)
}

test('approved words that lost a gap are refused with their key', () => {
  const [refusal] = refusals('kiosk.countdown_few', 'Sekunda')
  expect(refusal).toMatchObject({ documentId: 'interface-lg', path: 'strings.kiosk.countdown_few' })
  expect(refusal?.message).toContain('has lost {{count}}')
})

test('and so are those with a gap that nothing fills, and those for no sentence of ours', () => {
  expect(refusals('site.title', 'Buyambi {{name}}')[0]?.message).toContain('{{name}}')
  expect(refusals('site.nothing', 'Buyambi')[0]?.message).toContain('no sentence of ours')
})

test('words that keep every gap pass, and those in work are free', () => {
  expect(refusals('kiosk.countdown_other', 'Sekunda {{ count }}')).toEqual([])
  expect(refusals('kiosk.countdown_other', 'Sekunda', false)).toEqual([])
})
