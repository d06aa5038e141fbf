import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attestationGate } from '#content/gates/attestation-gate.ts'
import { familyOf } from '#content/gates/family-of.ts'
import { verifiedGate } from '#content/gates/verified-gate.ts'
import { factsHash } from '#content/model/verified-facts.ts'
import { runs } from '../../long.ts'
import {
  type Fields,
  facts,
  hashOf,
  line,
  MINUTE_MS,
  NOON,
  pending,
  verified,
} from './helpline-words.ts'

const PEOPLE = ['ada', 'ben', 'cleo'] as const
const NUMBERS = [1, 2, 3] as const

/** One thing that somebody alone may try, with whatever names, at whichever version. */
const attempt = fc.record({
  target: fc.constantFrom('line', 'drafts.line', 'versions.spring.line'),
  what: fc.constantFrom('facts', 'pending', 'verified', 'withdraw', 'return', 'drop', 'go', 'copy'),
  from: fc.constantFrom('line', 'drafts.line', 'versions.spring.line'),
  number: fc.constantFrom(...NUMBERS),
  first: fc.constantFrom(...PEOPLE),
  second: fc.constantFrom(...PEOPLE),
  minutes: fc.constantFrom(-120, -8, -5, -2, 0, 5, 120),
})
type Attempt = typeof attempt extends fc.Arbitrary<infer One> ? One : never

function attempted(
  { what, from, number, first, second, minutes, target }: Attempt,
  lake: ReadonlyMap<string, Fields>,
): Fields | undefined {
  const was = lake.get(target) ?? line({}, target)
  const at = NOON + minutes * MINUTE_MS
  switch (what) {
    case 'facts':
      return { ...was, ...facts(number) }
    case 'pending':
      return { ...was, pendingVerification: pending(first, number) }
    case 'verified':
      return { ...was, verification: verified(first, second, number, at) }
    case 'withdraw': {
      const withdrawnAt = new Date(at).toISOString()
      return { ...was, withdrawal: { withdrawnAt, withdrawnBy: first, reason: 'x' } }
    }
    case 'return':
      return { ...was, withdrawal: undefined }
    case 'drop':
      return { ...was, verification: undefined, pendingVerification: undefined }
    case 'go':
      return undefined
    case 'copy':
      return { ...(lake.get(from) ?? was), _id: target }
  }
}

/** Lets somebody try one thing; false where a gate refuses, and nothing is kept. */
function tries(writer: string, one: Attempt, lake: Map<string, Fields>): boolean {
  const before = lake.get(one.target)
  const after = attempted(one, lake)
  const change = { id: one.target, ...(before && { before }), ...(after && { after }) }
  const standing = new Map(
    familyOf(one.target).flatMap((id) => {
      const document = lake.get(id)
      return document === undefined ? [] : [[id, document] as const]
    }),
  )
  const changes = [change]
  const said = [
    ...attestationGate({ changes, writer, isRobot: false, standing, now: NOON }),
    ...verifiedGate(changes),
  ]
  if (said.length > 0) return false
  if (after === undefined) lake.delete(one.target)
  else lake.set(one.target, after)
  return true
}

test('whatever one person writes in whichever order, no number is public that nobody else has confirmed', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...PEOPLE),
      fc.option(fc.record({ by: fc.constantFrom(...PEOPLE), number: fc.constantFrom(...NUMBERS) })),
      fc.array(attempt, { maxLength: 20 }),
      (writer, offer, attempts) => {
        const start = NOON - 86_400_000
        const lake = new Map<string, Fields>([
          ['line', line({ verification: verified('ada', 'ben', 1, start) })],
        ])
        const confirmed = new Set([hashOf(1)])
        if (offer !== null) {
          const word = { pendingVerification: pending(offer.by, offer.number) }
          lake.set('drafts.line', line({ ...facts(offer.number), ...word }, 'drafts.line'))
          if (offer.by !== writer) confirmed.add(hashOf(offer.number))
        }
        for (const one of attempts) {
          if (!tries(writer, one, lake)) continue
          const shown = lake.get('line')
          if (shown === undefined || shown['withdrawal'] !== undefined) continue
          expect(confirmed).toContain(factsHash(shown))
        }
      },
    ),
    runs(200),
  )
})

test('whatever one person writes, what another has withdrawn stays so, also minutes after it was verified', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('ada', 'ben'),
      fc.boolean(),
      fc.constantFrom(undefined, new Date(NOON - 5 * MINUTE_MS).toISOString()),
      fc.array(attempt, { maxLength: 20 }),
      (writer, hasDraft, checkedAt, attempts) => {
        const held = { verification: verified('ada', 'ben', 1, NOON - 6 * MINUTE_MS) }
        const said = pending('ada', 1, { ...(checkedAt && { checkedAt }) })
        const words = { ...held, pendingVerification: said }
        const withdrawnAt = new Date(NOON - 3 * MINUTE_MS).toISOString()
        const withdrawal = { withdrawnAt, withdrawnBy: 'cleo', reason: 'x' }
        const lake = new Map<string, Fields>([['line', line({ ...words, withdrawal })]])
        if (hasDraft) lake.set('drafts.line', line(words, 'drafts.line'))
        for (const one of attempts) {
          // A line that is gone is no line that came back.
          if (!tries(writer, one, lake) || !lake.has('line')) continue
          expect(lake.get('line')?.['withdrawal']).toBeDefined()
        }
      },
    ),
    runs(400),
  )
})
