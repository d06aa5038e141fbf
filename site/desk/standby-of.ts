import type { StoredFact } from './stored-fact.ts'

/** Who takes over from a fact at its withdrawal: the first of its standbys that is not withdrawn itself. */
export function standbyOf(fact: StoredFact, facts: readonly StoredFact[]): StoredFact | undefined {
  const tried = new Set([fact.id])
  let next = fact.versions.published?.standby ?? fact.versions.draft?.standby
  while (next !== undefined && !tried.has(next)) {
    tried.add(next)
    const standby = facts.find(({ id }) => id === next)
    const published = standby?.versions.published
    if (published === undefined) return undefined
    if (published.withdrawal === undefined) return standby
    next = published.standby
  }
  return undefined
}

/** Id of the organisation that a fact belongs to, as published. */
export function ownerIdOf({ versions }: StoredFact): string {
  const owner = (versions.published ?? versions.draft)?.document['organization']
  return typeof owner === 'object' && owner !== null && '_ref' in owner ? String(owner._ref) : ''
}
