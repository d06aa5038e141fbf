import { attestationGate } from '#content/gates/attestation-gate.ts'
import type { ProposedChange } from '#content/gates/refusal.ts'
import { factsHash } from '#content/model/verified-facts.ts'

export const NOON = Date.parse('2026-03-04T12:00:00Z')
export const TODAY = '2026-03-04'
export const MINUTE_MS = 60_000

export type Fields = Record<string, unknown>

/** What a helpline is verified for; each number makes others of them. */
export function facts(number: number): Fields {
  return {
    numbers: [{ _key: 'a', dial: `07700 90000${number}`, channel: 'voice' }],
    audience: 'everyone',
    languages: [],
    hours: { osm: '24/7', zone: 'Europe/London' },
    countries: ['XA'],
    anonymous: 'yes',
    free: 'yes',
    asksResidenceStatus: 'no',
    contactsPolice: 'never',
  }
}

/** A helpline of Lantern, published unless its id says otherwise. */
export const line = (over: Fields = {}, id = 'line'): Fields => ({
  _id: id,
  _type: 'helpline',
  name: [{ _key: 'en', language: 'en', value: 'Lantern' }],
  ...facts(1),
  ...over,
})

/** The hash of `facts(number)`. */
export const hashOf = (number: number) => factsHash(facts(number))

/** The word of the first who has checked. */
export const pending = (verifiedBy: string, number = 1, over: Fields = {}) => ({
  verifiedOn: TODAY,
  verifiedBy,
  method: 'called',
  languages: [],
  factsHash: hashOf(number),
  ...over,
})

/** The word of two; `at` is when the second gave it, epoch ms. */
export function verified(verifiedBy: string, secondPerson: string, number = 1, at = NOON): Fields {
  const { languages: _languages, ...word } = pending(verifiedBy, number)
  return {
    ...word,
    secondPerson,
    secondMethod: 'called',
    confirmedAt: new Date(at).toISOString(),
  }
}

/** What the gate says of one write. */
export function refusals(
  writer: string,
  change: ProposedChange,
  standing: Fields[] = [],
  { now = NOON, isRobot = false } = {},
): string[] {
  const known = new Map(standing.map((document) => [String(document['_id']), document]))
  return attestationGate({ changes: [change], writer, isRobot, standing: known, now }).map(
    ({ message }) => message,
  )
}

/** A document that was not there before. */
export const made = (after: Fields) => ({ id: String(after['_id']), after })
/** A document that was there otherwise. */
export const changed = (before: Fields, after: Fields) => ({
  id: String(after['_id']),
  before,
  after,
})
