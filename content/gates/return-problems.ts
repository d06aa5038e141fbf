import { isDeepStrictEqual } from 'node:util'
import { verification } from '#content/model/verification.ts'
import type { AttestationCase } from './attestation-gate.ts'
import { type Attestation, attestationsIn } from './attestations.ts'
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
  const { writer, now } = question
  const { id, before, after } = question.change
  if (before === undefined) return []
  if (after === undefined) return leftBehind(question)
  return [
    ...factProblems(before, after),
    ...textProblems({ before, after, writer, now }),
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
  // Both have to have looked at it since. Who did not say at what time they checked, said on which day.
  const checkedAt = data?.checkedAt ?? data?.verifiedOn
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
function leftBehind({ change, changes, standing, writer, now }: Question): Problem[] {
  const { id, before = {} } = change
  const [published, draftId] = familyOf(id)
  if (id !== published) return []
  const changed = changes.find((other) => other.id === draftId)
  const draft = changed ? changed.after : standing.get(draftId)
  if (draft === undefined) return []
  const problems = [
    ...factProblems(before, draft),
    ...textProblems({ before, after: draft, writer, now }),
  ]
  const message = `${nameOf(before)} has something in it that was withdrawn, and its draft does not know of that. Discard the draft first.`
  const older = olderVerification(before, draft).map((problem) => ({
    ...problem,
    message: `${nameOf(before)} was verified after the facts of its draft were. Discard the draft first.`,
  }))
  return [...problems.map((problem) => ({ ...problem, message })), ...older]
}

/** A withdrawn text that would be public again without anybody having approved it since. */
function textProblems({
  before,
  after,
  writer,
  now,
}: {
  before: Record<string, unknown>
  after: Record<string, unknown>
  writer: string
  now: number
}): Problem[] {
  const left = attestationsIn(after)
  const at = (words: Attestation[], { path, language }: Attestation, kind: Attestation['kind']) =>
    words.find(
      (word) =>
        word.kind === kind &&
        word.language === language &&
        word.path === path.replace(/withdrawn$/, kind),
    )
  const old = attestationsIn(before)
  return old.flatMap((gone): Problem[] => {
    if (gone.kind !== 'withdrawn' || at(left, gone, 'withdrawn')) return []
    const approval = at(left, gone, 'approved')?.value
    if (approval === undefined) return []
    const isNew =
      String(approval['approvedOn']) >= String(gone.value['withdrawnOn']) &&
      !isDeepStrictEqual(approval, at(old, gone, 'approved')?.value)
    const isOwn = approval['approvedBy'] === writer && isToday(approval['approvedOn'], now)
    if (isNew || isOwn) return []
    const language = gone.language === undefined ? '' : `, in ${languageName(gone.language)}`
    const message = `${nameOf(after)}${language}: this text was withdrawn. Approve it again, or correct it and have that approved.`
    return [{ path: gone.path, ...(gone.language && { language: gone.language }), message }]
  })
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
