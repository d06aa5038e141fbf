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
