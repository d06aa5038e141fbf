import { describe, expect, test } from 'vitest'
import { verifiedGate } from '#content/gates/verified-gate.ts'
import { factsHash } from '#content/model/verified-facts.ts'
import { line } from './helpline-words.ts'

const LINE = line()

const verification = {
  verifiedOn: '2026-03-04',
  verifiedBy: 'ada',
  method: 'called',
  secondPerson: 'ben',
  factsHash: factsHash(LINE),
}

const said = (over: Record<string, unknown>, before?: Record<string, unknown>) =>
  verifiedGate([{ id: 'line', after: { ...LINE, ...over }, ...(before && { before }) }])

describe('a helpline', () => {
  test('is published as two different people verified it', () => {
    expect(said({ verification })).toEqual([])
    expect(said({})[0]?.message).toMatch(/^The helpline "Lantern" cannot be published: .*never/)
    expect(said({ verification: { ...verification, secondPerson: 'ada' } })).toHaveLength(1)
    expect(said({ pendingVerification: {} })[0]?.message).toMatch(/only one person/)
  })

  test('says which facts have changed since, and where', () => {
    const free = { free: 'no', hours: { osm: 'Mo-Fr 08:00-18:00', zone: 'Europe/London' } }
    const [refusal] = said({ verification, ...free }, { ...LINE, verification })
    expect(refusal?.message).toMatch(
      /: hours, "free" changed since it was verified on 2026-03-04\./,
    )
    expect(refusal?.path).toBe('hours')
    expect(said({ verification, ...free })[0]?.message).toMatch(/its facts changed/)
  })

  test('that is withdrawn may be written, and so may a draft', () => {
    expect(said({ withdrawal: { withdrawnAt: '2026-03-04T12:00:00Z' } })).toEqual([])
    expect(verifiedGate([{ id: 'drafts.line', after: LINE }])).toEqual([])
  })
})
