import { isDeepStrictEqual } from 'node:util'
import { verification } from '#content/model/verification.ts'
import { factsHash } from '#content/model/verified-facts.ts'
import { nameOf } from './name-of.ts'
import { isFree, isRecord, type ProposedChange, type Refusal } from './refusal.ts'

/** What a verification holds for, in words. */
const FACTS = {
  numbers: 'numbers',
  hours: 'hours',
  languages: 'languages',
  countries: 'countries',
  audience: 'audience',
  anonymous: '"no name"',
  free: '"free"',
  asksResidenceStatus: '"asks for papers"',
  contactsPolice: '"contacts the police"',
  approximateAddress: 'address',
  coordinates: 'position on the map',
} as const

const WAY_OUT =
  'Somebody who has checked it presses "I have checked it", a second person confirms, then publish.'

/**
 * Publishes a helpline or service only as two different people have verified it. One that is withdrawn has nothing
 * to verify: nothing of it is public.
 */
export function verifiedGate(changes: readonly ProposedChange[]): Refusal[] {
  return changes.flatMap((change) => {
    const { id, before, after } = change
    if (after === undefined || isFree(change) || !isHelp(after)) return []
    if (isRecord(after['withdrawal'])) return []
    const facts = factsHash(after)
    // Facts that are missing are the gate of shapes' to refuse.
    if (facts === undefined) return []
    const { data } = verification.safeParse(after['verification'])
    if (data?.factsHash === facts && isByTwo(data)) return []
    if (before !== undefined && isOnlyFirstWord(before, after)) return []
    const name = `${nameOf(after)} cannot be published`
    if (data === undefined || !isByTwo(data)) {
      const isBegun = data !== undefined || isRecord(after['pendingVerification'])
      const reason = isBegun
        ? 'only one person has verified it'
        : 'its numbers, hours and promises were never verified'
      return [{ documentId: id, path: 'verification', message: `${name}: ${reason}. ${WAY_OUT}` }]
    }
    const isKnown = before !== undefined && factsHash(before) === data.factsHash
    const changed = isKnown ? changedFacts(before, after) : []
    const what = changed.length === 0 ? 'its facts' : changed.map((it) => FACTS[it]).join(', ')
    return [
      {
        documentId: id,
        path: changed[0] ?? 'verification',
        message: `${name}: ${what} changed since it was verified on ${data.verifiedOn}. ${WAY_OUT}`,
      },
    ]
  })
}

/** Whether nothing but the first person's word is new: it lets nothing out that was not public already. */
function isOnlyFirstWord(before: Record<string, unknown>, after: Record<string, unknown>): boolean {
  const { pendingVerification: word, _rev: _now, _updatedAt: _today, ...stated } = after
  const { pendingVerification: _old, _rev: _then, _updatedAt: _day, ...stood } = before
  return isRecord(word) && isDeepStrictEqual(stated, stood)
}

function isHelp({ _type: type }: Record<string, unknown>): boolean {
  return type === 'helpline' || type === 'service'
}

function isByTwo({
  verifiedBy,
  secondPerson,
}: {
  verifiedBy: string
  secondPerson?: string | undefined
}) {
  return secondPerson !== undefined && secondPerson !== verifiedBy
}

/** Names of the facts in which two versions differ. */
function changedFacts(before: Record<string, unknown>, after: Record<string, unknown>) {
  const stood = factsHash(before)
  return Object.keys(FACTS)
    .filter(isFact)
    .filter((name) => factsHash({ ...before, [name]: after[name] }) !== stood)
}

function isFact(name: string): name is keyof typeof FACTS {
  return name in FACTS
}
