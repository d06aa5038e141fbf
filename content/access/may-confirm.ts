import type { LakeDocument } from '../lake/document.ts'
import { type Binding, organizationsOf, type Role } from './binding.ts'
import { isOf, type Organizations, ownerOf } from './owners.ts'

/** Roles whose word on a fact counts. */
const ATTESTING: readonly Role[] = ['administrator', 'editor', 'reviewer']

/** The organisations that a fact's owner lets confirm, by the owner's id. */
export type PartnersOf = (organization: string) => readonly string[]

/**
 * Whether somebody may check a fact as the first of two, withdraw it, and bring it back: whose word counts for the
 * organisation that owns it. `bindings` are those that hold now.
 */
export function mayVerify(fact: LakeDocument, bindings: readonly Binding[]): boolean {
  const held = attesting(bindings)
  return held.length > 0 && isOf(fact, organizationsOf(held))
}

/** Whether somebody may be the second to confirm a fact: like the first, or for a partner of its owner. */
export function mayConfirm(
  fact: LakeDocument,
  bindings: readonly Binding[],
  partnersOf: PartnersOf,
): boolean {
  if (mayVerify(fact, bindings)) return true
  const held = attesting(bindings)
  const owner = ownerOf(fact)
  if (held.length === 0 || typeof owner === 'string') return false
  return owner.flatMap(partnersOf).some((id) => covers(organizationsOf(held), id))
}

function attesting(bindings: readonly Binding[]): Binding[] {
  return bindings.filter(({ role }) => ATTESTING.includes(role))
}

function covers(organizations: Organizations, id: string): boolean {
  return organizations === 'all' || organizations.has(id)
}
