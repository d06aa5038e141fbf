import { expect, test } from 'vitest'
import { verifiedGate } from '#content/gates/verified-gate.ts'
import { helpline } from '../queries/lake.ts'

const stood = { ...helpline('0101'), _rev: 'a' }
const word = {
  verifiedOn: '2026-01-14',
  verifiedBy: 'ana',
  method: 'called',
  languages: [],
  factsHash: 'x',
}
const refusalsOf = (after: Record<string, unknown>) =>
  verifiedGate([{ id: '0101', before: stood, after }])

test('what was public unverified can be verified where it stands, and nothing else of it changes', () => {
  expect(refusalsOf({ ...stood, _rev: 'b', pendingVerification: word })).toEqual([])
  expect(refusalsOf({ ...stood, free: 'no', pendingVerification: word })).toHaveLength(1)
  expect(refusalsOf({ ...stood, note: 'New' })).toHaveLength(1)
})
