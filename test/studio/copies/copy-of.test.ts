import { describe, expect, test } from 'vitest'
import { attestationGate } from '#content/gates/attestation-gate.ts'
import { copyOf } from '../../../studio/copies/copy-of.ts'
import { HELPLINE, MESSAGE } from './documents.ts'

const NOW = Date.parse('2026-05-02T10:00:00Z')
const random = () => 0.5

describe('copyOf', () => {
  test('takes along what a helpline says, and nobody’s word for it', () => {
    const { pendingVerification: _1, verification: _2, withdrawal: _3, ...facts } = HELPLINE
    expect(copyOf(HELPLINE, random)).toEqual(facts)
  })

  test('makes drafts of texts, and leaves withdrawn ones behind', () => {
    const copy = copyOf(MESSAGE, random)
    expect(copy['heading']).toEqual([
      { _key: 'a', language: 'en', value: { text: 'Call', origin: 'human', sourceHash: '1' } },
      { _key: 'b', language: 'ar', value: { text: 'اتصل', origin: 'machine', sourceHash: '1' } },
    ])
  })

  test('keeps a recording as sound that nobody has let out yet', () => {
    const copy = copyOf(MESSAGE, random)
    const [take] = MESSAGE.audio
    const { _key, field, language, file, sourceHash } = take
    expect(copy['audio']).toEqual([{ _key, field, language, file, sourceHash }])
    expect(copy).not.toHaveProperty('textReviews')
  })

  test('gives a placement a code of its own, and nothing of the print', () => {
    const placement = {
      ...{ _id: 'p', _type: 'placement', code: 'DEMO01', state: 'up', copies: 2 },
      ...{ printedOn: '2026-05-01', printedHash: '1', printedFacts: [] },
    }
    const { code, ...rest } = copyOf(placement, random)
    expect(code).toMatch(/^[0-9A-Z]{6}$/)
    expect(code).not.toBe('DEMO01')
    expect(rest).toEqual({ _id: 'p', _type: 'placement', state: 'ordered', copies: 2 })
  })

  test('gives a place no address, because each has its own', () => {
    const place = { _id: 'p', _type: 'place', slug: { current: 'harbour' }, zone: 'Europe/Rome' }
    expect(copyOf(place, random)).toEqual({ _id: 'p', _type: 'place', zone: 'Europe/Rome' })
  })

  test.each([HELPLINE, MESSAGE])('passes the gate that asks for other people’s words', (one) => {
    const after = { ...copyOf(one, random), _id: 'drafts.copy' }
    const gate = (document: Record<string, unknown>) =>
      attestationGate({
        changes: [{ id: 'drafts.copy', after: document }],
        ...{ writer: 'ada', isRobot: false, standing: new Map(), now: NOW },
      })
    expect(gate({ ...one, _id: 'drafts.copy' })).not.toEqual([])
    expect(gate(after)).toEqual([])
  })
})
