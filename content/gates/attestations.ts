import { isDeepStrictEqual } from 'node:util'
import { isRecord } from './refusal.ts'

/** What a person says by name, by the attribute that says who. */
export const SIGNED = {
  approved: 'approvedBy',
  rejected: 'rejectedBy',
  withdrawn: 'withdrawnBy',
  withdrawal: 'withdrawnBy',
  pendingVerification: 'verifiedBy',
  verification: 'secondPerson',
} as const
type Signed = keyof typeof SIGNED

/** A person's word in a document, where it stands and what it stands on. */
export type Attestation = {
  kind: Signed | 'recording-approval' | 'recording'
  /** As Sanity writes paths, by keys, so that it stays when a list is sorted. */
  path: string
  language?: string
  value: Record<string, unknown>
  /** What the word is about: one language of a text, a guide, a recording. */
  holder: Record<string, unknown>
}

/** All that people have said in a document, whatever its type. */
export function attestationsIn(document: Record<string, unknown> | undefined): Attestation[] {
  return document === undefined ? [] : within(document, { path: '' })
}

/** Whether the very same word stands at the same place. */
export function isSame(one: Attestation, other: Attestation): boolean {
  return (
    one.kind === other.kind &&
    one.path === other.path &&
    one.language === other.language &&
    isDeepStrictEqual(one.value, other.value)
  )
}

/**
 * Whether a word is one that stood at the same place. An approval beside a withdrawal is spent: it holds for words that
 * stay withdrawn, and lets nothing out again.
 */
export function stillHolds(old: Attestation, word: Attestation): boolean {
  const isSpent = isRecord(old.holder['withdrawn']) && !isRecord(word.holder['withdrawn'])
  return isSame(old, word) && !(word.kind === 'approved' && isSpent)
}

type Spot = { path: string; language?: string }

function within(holder: Record<string, unknown>, spot: Spot): Attestation[] {
  const own = Object.keys(SIGNED)
    .filter(isSigned)
    .flatMap((kind): Attestation[] => {
      const value = holder[kind]
      return isRecord(value)
        ? [{ ...spot, kind, path: joined(spot.path, kind), value, holder }]
        : []
    })
  const deeper = Object.entries(holder).flatMap(([name, value]) => {
    if (isSigned(name)) return []
    const next = { ...spot, path: joined(spot.path, name) }
    if (isRecord(value)) return within(value, next)
    return Array.isArray(value) ? withinList(value, next) : []
  })
  return [...own, ...recordingsIn(holder, spot), ...deeper]
}

function withinList(items: readonly unknown[], { path, ...spot }: Spot): Attestation[] {
  return items.flatMap((item, at) => {
    if (Array.isArray(item)) return withinList(item, { ...spot, path: `${path}[${at}]` })
    if (!isRecord(item)) return []
    const { _key: key, language } = item
    const name = typeof key === 'string' ? `_key=="${key}"` : at
    const next = { ...spot, path: `${path}[${name}]` }
    return within(item, typeof language === 'string' ? { ...next, language } : next)
  })
}

// Who approved a recording approved these bytes for these words.
function recordingsIn(holder: Record<string, unknown>, spot: Spot): Attestation[] {
  const { file, otherFile, field, language, sign, sourceHash } = holder
  const { approvedBy, approvedOn, recordedBy, recordedOn } = holder
  if (!isRecord(file)) return []
  const about = { file, field, language, ...(sign !== undefined && { sign }) }
  const path = spot.path
  const found: Attestation[] = []
  if (approvedBy !== undefined) {
    const whole = { ...about, ...(otherFile !== undefined && { otherFile }) }
    const value = { ...whole, sourceHash, approvedBy, approvedOn }
    found.push({ ...spot, kind: 'recording-approval', path, value, holder })
  }
  if (recordedBy !== undefined) {
    const value = { ...about, recordedBy, recordedOn }
    found.push({ ...spot, kind: 'recording', path, value, holder })
  }
  return found
}

function isSigned(name: string): name is Signed {
  return name in SIGNED
}

function joined(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`
}
