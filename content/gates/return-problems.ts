import { verification } from '#content/model/verification.ts'
import type { AttestationCase } from './attestation-gate.ts'
import { type Attestation, attestationsIn, stillHolds } from './attestations.ts'
import { familyOf } from './family-of.ts'
import { languageName, nameOf } from './name-of.ts'
import { isToday } from './new-word-problem.ts'
import { isRecord, type ProposedChange, type Refusal } from './refusal.ts'

type Problem = Omit<Refusal, 'documentId'>
type Question = AttestationCase & { change: ProposedChange }

/**
 * What would bring back what was withdrawn, or an older verification over a newer one: by taking the withdrawal
 * off, by publishing a draft from before it, or by leaving only such a draft behind.
 */
export function returnProblems(question: Question): Problem[] {
  const { id, before, after } = question.change
  if (before === undefined) return []
  if (after === undefined) return leftBehind(question)
  return [
    ...factProblems(before, after),
    ...textProblems(question),
    ...(isPublished(id) ? olderVerification(before, after) : []),
  ]
}

function factProblems(before: Record<string, unknown>, after: Record<string, unknown>): Problem[] {
  if (isDatedBack(before, after)) {
    const message = `${nameOf(after)} is withdrawn already, later than this withdrawal says. It stays as it is.`
    return [{ path: 'withdrawal', message }]
  }
  if (!isBackTooEarly(before, after)) return []
  return [
    {
      path: 'withdrawal',
      message: `${nameOf(after)} was withdrawn. It comes back once two people have verified it after that: verify it, let a colleague confirm, then publish.`,
    },
  ]
}

function isBackTooEarly(before: Record<string, unknown>, after: Record<string, unknown>): boolean {
  const { withdrawal } = before
  if (!isRecord(withdrawal) || isRecord(after['withdrawal'])) return false
  const { data } = verification.safeParse(after['verification'])
  const withdrawnAt = Date.parse(String(withdrawal['withdrawnAt']))
  // Both have to have looked at it since. Who did not say at what time they checked, said on which day; no day is
  // believed that had not come when the second confirmed.
  const isDated = String(data?.verifiedOn) <= String(data?.confirmedAt).slice(0, 10)
  const checkedAt = data?.checkedAt ?? (isDated ? data?.verifiedOn : undefined)
  return [data?.confirmedAt, checkedAt].some((it) => !(Date.parse(String(it)) > withdrawnAt))
}

/** Whether a withdrawal would give way to one from before it, which an older verification outlasts. */
function isDatedBack(before: Record<string, unknown>, after: Record<string, unknown>): boolean {
  const [stood, next] = [before['withdrawal'], after['withdrawal']].map((it) =>
    isRecord(it) ? Date.parse(String(it['withdrawnAt'])) : undefined,
  )
  return stood !== undefined && next !== undefined && next < stood
}

/** What goes while a draft of it stays that would bring back what was withdrawn. */
function leftBehind({ change, changes, standing }: Question): Problem[] {
  const { id, before = {} } = change
  const [published, draftId] = familyOf(id)
  if (id !== published) return []
  const changed = changes.find((other) => other.id === draftId)
  const draft = changed ? changed.after : standing.get(draftId)
  if (draft === undefined) return []
  const texts = attestationsIn(before).filter(
    (gone) => gone.kind === 'withdrawn' && bringsBack(draft, gone, before),
  )
  const problems = [...factProblems(before, draft), ...texts]
  const message = `${nameOf(before)} has something in it that was withdrawn, and its draft does not know of that. Discard the draft first.`
  const older = olderVerification(before, draft).map((problem) => ({
    ...problem,
    message: `${nameOf(before)} was verified after the facts of its draft were. Discard the draft first.`,
  }))
  return [
    ...problems.map(({ path = '', language }) => ({
      path,
      ...(language && { language }),
      message,
    })),
    ...older,
  ]
}

/** A withdrawn text that would be public again without anybody having approved it since. */
function textProblems({ change, changes, standing, writer, now }: Question): Problem[] {
  const { id, before = {}, after = {} } = change
  const [published, draftId] = familyOf(id)
  const changed = changes.find((other) => other.id === draftId)
  const draft = changed ? changed.after : standing.get(draftId)
  const left = attestationsIn(after)
  const others = [before, standing.get(id === published ? draftId : published)]
  const stood = others.flatMap((one) => attestationsIn(one))
  return attestationsIn(before).flatMap((gone): Problem[] => {
    if (gone.kind !== 'withdrawn' || beside(left, gone, 'withdrawn')) return []
    const where = { path: gone.path, ...(gone.language && { language: gone.language }) }
    const name = `${nameOf(after)}${gone.language === undefined ? '' : `, in ${languageName(gone.language)}`}`
    const approval = beside(left, gone, 'approved')
    if (approval === undefined) {
      if (id !== published || !bringsBack(draft, gone, before)) return []
      const message = `${name}: this text was withdrawn, and its draft does not know of that. Discard the draft first.`
      return [{ ...where, message }]
    }
    const isGivenNow =
      approval.value['approvedBy'] === writer &&
      isToday(approval.value['approvedOn'], now) &&
      !stood.some((old) => stillHolds(old, approval))
    if (isGivenNow || isLater(approval.value, gone.value, before)) return []
    const message = `${name}: this text was withdrawn. Approve it again, or correct it and have that approved.`
    return [{ ...where, message }]
  })
}

/** Whether another version would let out what is withdrawn, by an approval from before. */
function bringsBack(
  version: Record<string, unknown> | undefined,
  gone: Attestation,
  before: Record<string, unknown>,
): boolean {
  const words = attestationsIn(version)
  const approval = beside(words, gone, 'approved')
  if (approval === undefined || beside(words, gone, 'withdrawn')) return false
  return !isLater(approval.value, gone.value, before)
}

/** The word of this kind at the same place as a withdrawal. */
function beside(words: readonly Attestation[], gone: Attestation, kind: 'approved' | 'withdrawn') {
  const path = gone.path.replace(/withdrawn$/, kind)
  return words.find(
    (word) => word.kind === kind && word.language === gone.language && word.path === path,
  )
}

/**
 * Whether an approval is later than a withdrawal. A withdrawal that does not say its moment was made when the document
 * was last written, at the latest; an approval that does not, at the beginning of its day.
 */
function isLater(
  { approvedOn, approvedAt }: Record<string, unknown>,
  { withdrawnOn, withdrawnAt }: Record<string, unknown>,
  { _updatedAt: writtenAt }: Record<string, unknown>,
): boolean {
  if (String(approvedOn) !== String(withdrawnOn)) return String(approvedOn) > String(withdrawnOn)
  return Date.parse(String(approvedAt)) > Date.parse(String(withdrawnAt ?? writtenAt))
}

function olderVerification(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): Problem[] {
  const stood = verification.safeParse(before['verification']).data
  const next = verification.safeParse(after['verification']).data
  if (stood?.confirmedAt === undefined || next === undefined) return []
  if (Date.parse(next.confirmedAt ?? '') >= Date.parse(stood.confirmedAt)) return []
  const isSameFacts = next.factsHash === stood.factsHash
  const message = isSameFacts
    ? `${nameOf(after)} was verified again on ${stood.verifiedOn}, after this draft was begun. Take that verification over into the draft, then publish.`
    : `${nameOf(after)} was verified again on ${stood.verifiedOn}, after the facts of this draft were. Let two people verify the draft as it is now, then publish.`
  return [{ path: 'verification', message }]
}

function isPublished(id: string): boolean {
  return familyOf(id)[0] === id
}
