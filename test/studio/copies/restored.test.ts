import { describe, expect, test } from 'vitest'
import { attestationGate } from '#content/gates/attestation-gate.ts'
import { restored } from '../../../studio/copies/restored.ts'
import { APPROVED, HELPLINE, MESSAGE, VERIFICATION, WITHDRAWN } from './documents.ts'

const NOW = Date.parse('2026-06-02T10:00:00Z')
const english = (value: object) => [{ _key: 'k', language: 'en', value }]
const words = { text: 'Call', origin: 'human', sourceHash: '1' }

describe('restored', () => {
  test('brings back facts, under the verification that stands now', () => {
    const newer = { ...VERIFICATION, verifiedBy: 'di', confirmedAt: '2026-06-01T10:00:00Z' }
    const now = {
      ...{ _id: 'drafts.line', _type: 'helpline', name: HELPLINE.name },
      ...{ numbers: [{ _key: 'n', dial: '0808 157 0102' }], verification: newer },
    }
    const again = restored(HELPLINE, now)
    expect(again).toMatchObject({ numbers: HELPLINE.numbers, verification: newer })
    expect(again).not.toHaveProperty('withdrawal')
    expect(again).not.toHaveProperty('pendingVerification')
  })

  test('leaves a helpline withdrawn that was not withdrawn then', () => {
    const { withdrawal, ...then } = HELPLINE
    expect(restored(then, { ...then, withdrawal })).toMatchObject({ withdrawal })
  })

  test('brings back words, under the approval and the withdrawal that stand now', () => {
    const later = { ...APPROVED, text: 'Call us', approvedOn: '2026-06-01' }
    const now = {
      _type: 'message',
      heading: english({ ...words, text: 'Call us', approved: later, withdrawn: WITHDRAWN }),
    }
    expect(restored(MESSAGE, now)['heading']).toMatchObject([
      { _key: 'k', value: { text: 'Call', approved: later, withdrawn: WITHDRAWN } },
      { _key: 'b', value: { text: 'اتصل' } },
      { _key: 'c', value: { text: 'ደውል' } },
    ])
  })

  test('lets a text wait, or be sent back, only where its words are the same', () => {
    const old = { _type: 'message', heading: english({ ...words, submittedOn: '2026-05-01' }) }
    const waiting = (text: string) => ({
      _type: 'message',
      heading: english({ ...words, text, submittedOn: '2026-06-01' }),
    })
    expect(restored(old, waiting('Call'))).toEqual(waiting('Call'))
    expect(restored(old, waiting('Call us'))).toEqual({ _type: 'message', heading: english(words) })
  })

  test('keeps what has been let out since in a language that was not there', () => {
    const somali = {
      ...{ _key: 's', language: 'so' },
      value: { ...words, text: 'Wac', approved: { ...APPROVED, text: 'Wac' } },
    }
    const draft = { _key: 'd', language: 'de', value: { ...words, text: 'Ruf an' } }
    const old = { _type: 'message', heading: english(words) }
    const now = { _type: 'message', heading: [...english(words), somali, draft], body: [somali] }
    expect(restored(old, now)).toEqual({
      ...{ _type: 'message', heading: [...english(words), somali], body: [somali] },
    })
  })

  test('leaves recordings as they are', () => {
    const { audio, ...now } = MESSAGE
    expect(restored(MESSAGE, now)).not.toHaveProperty('audio')
    expect(restored(now, MESSAGE)['audio']).toEqual(audio)
  })

  test('keeps the code that was printed', () => {
    const old = { _type: 'placement', code: 'DEMO01', copies: 1 }
    const printed = { ...old, code: 'DEMO02', copies: 2, printedOn: '2026-05-01' }
    expect(restored(old, printed)).toEqual({ ...printed, copies: 1 })
    expect(restored(old, { ...old, code: 'DEMO02' })['code']).toBe('DEMO01')
  })

  test('brings back what is gone without anybody’s word', () => {
    expect(JSON.stringify(restored(MESSAGE, undefined))).not.toMatch(/"bo"|"cy"/)
  })

  test.each([
    ['a helpline', HELPLINE, { _id: 'line', _type: 'helpline', numbers: [] }],
    ['a message', MESSAGE, { _id: 'call', _type: 'message', heading: english(words) }],
    ['what is gone', MESSAGE, undefined],
  ])('of %s passes the gate that asks for other people’s words', (_name, old, now) => {
    const id = `drafts.${old._id}`
    const standing = new Map(now === undefined ? [] : [[now._id, now]])
    const gate = (after: Record<string, unknown>) =>
      attestationGate({
        changes: [{ id, after: { ...after, _id: id } }],
        ...{ writer: 'ada', isRobot: false, standing, now: NOW },
      })
    expect(gate(old)).not.toEqual([])
    expect(gate(restored(old, now))).toEqual([])
  })
})
