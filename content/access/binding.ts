import type { Organizations } from './owners.ts'

/** What somebody is for organisations, or for a place. */
export const ROLES = [
  'administrator',
  'editor',
  'reviewer',
  'translator',
  'field',
  'operator',
  'viewer',
] as const
export type Role = (typeof ROLES)[number]

/** One role of somebody. */
export interface Binding {
  role: Role
  /** Ids of `organization` documents. */
  organizations: readonly string[] | 'all'
  /** Of the role `field`: the id of the place. Without it that role writes nothing. */
  place?: string
  /** RFC 3339; from then on the role is none. */
  expiresAt?: string
}

/** The organisations of all bindings together. */
export function organizationsOf(bindings: readonly Binding[]): Organizations {
  const ids = new Set<string>()
  for (const { organizations } of bindings) {
    if (organizations === 'all') return 'all'
    for (const id of organizations) ids.add(id)
  }
  return ids
}

/** The places where somebody is in the field. */
export function placesOf(bindings: readonly Binding[]): string[] {
  const places = bindings.flatMap(({ role, place }) =>
    role === 'field' && place !== undefined ? [place] : [],
  )
  return [...new Set(places)].sort()
}

/** Everybody who is signed in works on content, but for operators, who only run screens. */
export function staffAmong(bindings: readonly Binding[]): Binding[] {
  return bindings.filter(({ role }) => role !== 'operator')
}
