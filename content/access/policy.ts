import {
  type Audience,
  almighty,
  type DocumentStep,
  type Identity,
  type Need,
} from '../lake/rights.ts'
import { audienceOf, PUBLIC_AUDIENCE } from './audiences.ts'
import { type Binding, organizationsOf, placesOf, type Role, staffAmong } from './binding.ts'
import type { Organizations } from './owners.ts'
import { grantsOf, OPEN } from './role-grants.ts'
import {
  editorRule,
  fieldRule,
  isOfTheLake,
  reviewerRule,
  translatorRule,
  type WriteRule,
} from './write-rules.ts'

/** Who somebody is to the lake, by the roles that hold at `now`; without any they may do nothing. */
export function identityFor({
  id,
  bindings,
  now,
}: {
  id: string
  bindings: readonly Binding[]
  now: Date
}): Identity {
  const active = bindings.filter(({ expiresAt }) => !expiresAt || new Date(expiresAt) > now)
  const administers = active.some(
    ({ role, organizations }) => role === 'administrator' && organizations === 'all',
  )
  if (administers) return almighty(id)
  const audience = audienceOf(active)
  const rules = rulesOf(active)
  const isStaff = staffAmong(active).length > 0
  const may = (need: Need, step: DocumentStep | undefined): boolean => {
    switch (need) {
      case 'read':
        return active.length > 0 && isSeen(step, audience)
      case 'history':
        return isStaff && isSeen(step, audience)
      case 'create':
      case 'update':
      case 'delete':
        if (!step) return rules.length > 0
        return !isOfTheLake(step) && rules.some((rule) => rule(step))
      case 'manage':
        return false
    }
  }
  return {
    id,
    audience,
    get grants() {
      return grantsOf(active)
    },
    refusalOf: (need, step) => (may(need, step) ? undefined : refusal(need)),
  }
}

/** Anybody, where reading without signing in is switched on. */
export function publicReader(): Identity {
  return {
    id: '<anonymous>',
    isUnknown: true,
    audience: PUBLIC_AUDIENCE,
    grants: [{ filter: OPEN, permissions: ['read'] }],
    refusalOf: (need, step) =>
      need === 'read' && isSeen(step, PUBLIC_AUDIENCE) ? undefined : refusal(need),
  }
}

function refusal(need: Need): string {
  return `Insufficient permissions; permission "${need}" required`
}

function isSeen(step: DocumentStep | undefined, audience: Audience): boolean {
  if (!step) return true
  const document = step.after ?? step.before
  return document !== undefined && audience.see(document) !== undefined
}

/** Bindings of one role are put together, so that a document may go from one's organisation to the other. */
function rulesOf(bindings: readonly Binding[]): WriteRule[] {
  const having = (...roles: Role[]) => bindings.filter(({ role }) => roles.includes(role))
  const ruleFor = (rule: (organizations: Organizations) => WriteRule, held: Binding[]) =>
    held.length > 0 ? [rule(organizationsOf(held))] : []
  return [
    ...ruleFor(editorRule, having('administrator', 'editor')),
    ...ruleFor(reviewerRule, having('reviewer')),
    ...ruleFor(translatorRule, having('translator')),
    ...placesOf(bindings).map(fieldRule),
  ]
}
