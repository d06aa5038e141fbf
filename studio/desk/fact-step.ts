import type { Fact, FactVersion } from '#content/model/desk.ts'

/** What the person who asks can do about a version of a fact, or whom it waits for. */
export type FactStep =
  /** Nobody has checked it as it stands: this person may be the first. */
  | 'verify'
  /** Somebody else has: this person may be the second. */
  | 'confirm'
  /** This person has, and somebody else has to confirm it. */
  | 'ask-another'
  /** Somebody else has, and this person may not confirm it. */
  | 'wait'
  /** Two people stand for it, and this person may check it anew. */
  | 'renew'
  /** Nothing for this person. */
  | 'none'

/** Where a version of a fact stands for the person who asks. */
export function factStep(version: FactVersion): FactStep {
  const { pending, isVerified, mayVerify, mayConfirm } = version
  if (pending !== undefined && !pending.isOutdated) {
    if (pending.isMine) return 'ask-another'
    return mayConfirm ? 'confirm' : 'wait'
  }
  if (!mayVerify) return 'none'
  return isVerified ? 'renew' : 'verify'
}

/** The version of a fact that has to be looked at: what is drafted, as long as nobody stands for it. */
export function versionInQuestion(
  fact: Fact,
): { name: 'draft' | 'published'; version: FactVersion } | undefined {
  const { draft, published } = fact
  if (draft !== undefined && (!draft.isVerified || published === undefined)) {
    return { name: 'draft', version: draft }
  }
  if (published !== undefined) return { name: 'published', version: published }
  return draft && { name: 'draft', version: draft }
}
