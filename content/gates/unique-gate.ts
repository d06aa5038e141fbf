import { isFree, type ProposedChange, type Refusal } from './refusal.ts'

/** What only one document may have: a place its slug, a placement its code, a country its two letters. */
export type Claim = { id: string; type: 'place' | 'placement' | 'country'; value: string }

const FIELDS = { place: 'slug.current', placement: 'code', country: 'code' } as const

/** The slugs and codes that these changes would publish. */
export function claimsOf(changes: readonly ProposedChange[]): Claim[] {
  return changes.flatMap((change): Claim[] => {
    const { id, after } = change
    if (after === undefined || isFree(change)) return []
    const { _type: type, slug, code } = after
    const isCoded = type === 'placement' || type === 'country'
    if (isCoded && typeof code === 'string') return [{ id, type, value: code }]
    const current =
      typeof slug === 'object' && slug !== null && 'current' in slug ? slug.current : undefined
    if (type === 'place' && typeof current === 'string') return [{ id, type, value: current }]
    return []
  })
}

/**
 * Refuses a slug or a code that another document has: a code that opens two places would send somebody to the
 * wrong one, and of two documents of a country nobody knows which holds. `taken` is what is published now; what the
 * same changes delete or rename gives its value free.
 */
export function uniqueGate(changes: readonly ProposedChange[], taken: readonly Claim[]): Refusal[] {
  const changed = new Set(changes.map(({ id }) => id))
  const claims = claimsOf(changes)
  const others = [...taken.filter(({ id }) => !changed.has(id)), ...claims]
  return claims.flatMap((claim) => {
    const rival = others.find(
      ({ id, type, value }) => type === claim.type && value === claim.value && id !== claim.id,
    )
    if (rival === undefined) return []
    const path = FIELDS[claim.type]
    return [
      {
        documentId: claim.id,
        path,
        message: `The ${claim.type} "${claim.id}" cannot be published: ${path} "${claim.value}" belongs to "${rival.id}". Choose another.`,
      },
    ]
  })
}
