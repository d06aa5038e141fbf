import type { Binding } from '#content/access/binding.ts'
import { mayConfirm, mayVerify, type PartnersOf } from '#content/access/may-confirm.ts'
import type { Member } from '#content/access/members.ts'
import { identityFor } from '#content/access/policy.ts'
import type { Identity } from '#content/lake/rights.ts'
import type { DeskRooms } from './context.ts'
import { DeskMistake } from './problem.ts'
import type { StoredFact } from './stored-fact.ts'

/** Who asks, with the roles that hold now. */
export type Viewer = { member: Member; identity: Identity; bindings: readonly Binding[] }

/** Makes a viewer of a member. */
export function viewerOf({ accounts, now }: Pick<DeskRooms, 'accounts' | 'now'>, member: Member) {
  const bindings = accounts.members.bindingsOf(member.id)
  const identity = identityFor({ id: member.id, bindings, now: new Date(now()) })
  return { member, identity, bindings } satisfies Viewer
}

/** Names of people by account id; a name that was written as it is stands as it is. */
export function namesOf({ accounts }: Pick<DeskRooms, 'accounts'>): (person: string) => string {
  const names = new Map(accounts.members.list().map(({ id, name }) => [id, name]))
  return (person) => names.get(person) ?? person
}

/** Whether somebody may withdraw a fact and bring it back: by what is published, else by its draft. */
export function mayWithdraw({ versions }: StoredFact, { bindings }: Viewer): boolean {
  const counts = versions.published ?? versions.draft
  return counts !== undefined && mayVerify(counts.document, bindings)
}

/** What somebody may do about one version of a fact, and whether they see it and whose word stands there. */
export function rightsTo(
  document: StoredVersionDocument,
  { identity, bindings }: Viewer,
  partnersOf: PartnersOf,
) {
  return {
    sees: identity.audience.see(document) !== undefined,
    // Names are taken out of what belongs to others.
    seesNames: identity.audience.see(document) === document,
    verifies: mayVerify(document, bindings),
    confirms: mayConfirm(document, bindings, partnersOf),
  }
}
type StoredVersionDocument = Parameters<typeof mayVerify>[0]

/** Refusal of what somebody has no right to. */
export function notYours(): DeskMistake {
  return new DeskMistake(
    403,
    'not-yours',
    'Your role does not let you do this here. Ask an editor, reviewer or administrator of the organisation.',
  )
}
