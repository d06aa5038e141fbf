import { guide } from '#content/model/documents/guide.ts'
import { guideText } from '#content/model/guide-text.ts'
import { textHash } from '#content/model/text-hash.ts'
import { pendingVerification, verification } from '#content/model/verification.ts'
import { factsHash } from '#content/model/verified-facts.ts'
import { type Attestation, SIGNED } from './attestations.ts'
import { languageName, nameOf } from './name-of.ts'

/** How far the clock of who writes may be off, in milliseconds. */
const TOLERANCE_MS = 10 * 60_000
const DAY_MS = 86_400_000

/** A word that has not stood before, in the document that it is written into. */
export type NewWord = {
  word: Attestation
  after: Record<string, unknown>
  /** The document and its counterpart as they stood before. */
  sources: readonly Record<string, unknown>[]
  writer: string
  isRobot: boolean
  now: number
}

/** What is wrong with a word that has not stood before; undefined where who writes may give it. */
export function newWordProblem(given: NewWord): string | undefined {
  const { word, writer, after, now } = given
  const { kind, value, language } = word
  const where = `${nameOf(after)}${language === undefined ? '' : `, in ${languageName(language)}`}`
  if (given.isRobot && (kind === 'pendingVerification' || kind === 'verification')) {
    return `${where}: a token cannot verify. Only people can have called: sign in and say so under your own name.`
  }
  if (given.isRobot && (kind === 'approved' || kind === 'recording-approval')) {
    return `${where}: a token cannot approve. Only people can have read or heard it: sign in and approve it under your own name.`
  }
  switch (kind) {
    case 'pendingVerification':
      return pendingProblem(given, where)
    case 'verification':
      return confirmationProblem(given, where)
    case 'approved':
      return approvalProblem(given, where)
    case 'rejected':
      return signatureProblem(value, SIGNED[kind], writer, `${where}: a rejection`)
    case 'withdrawn':
      return signatureProblem(value, SIGNED[kind], writer, `${where}: a withdrawal`)
    case 'withdrawal': {
      const problem = signatureProblem(value, SIGNED[kind], writer, `${where}: a withdrawal`)
      if (problem !== undefined || isAbout(value['withdrawnAt'], now)) return problem
      return `${where}: the withdrawal bears another time than now. Press Withdraw now again.`
    }
    case 'recording':
      return signatureProblem(value, 'recordedBy', writer, `${where}: a recording`)
    case 'recording-approval':
      return signatureProblem(value, 'approvedBy', writer, `${where}: the approval of a recording`)
  }
}

/** Whether a day is today in UTC, or next to it: no two places of the world are further apart. */
export function isToday(day: unknown, now: number): boolean {
  const near = [-DAY_MS, 0, DAY_MS].map((off) => new Date(now + off).toISOString().slice(0, 10))
  return near.some((it) => it === day)
}

function isAbout(moment: unknown, now: number): boolean {
  return Math.abs(Date.parse(String(moment)) - now) <= TOLERANCE_MS
}

/** Whether a moment is now or just past: who dates ahead could outlast what comes next. */
function isJustNow(moment: unknown, now: number): boolean {
  return isAbout(moment, now) && Date.parse(String(moment)) <= now
}

function signatureProblem(
  value: Record<string, unknown>,
  field: string,
  writer: string,
  what: string,
): string | undefined {
  if (value[field] === writer) return undefined
  return `${what} bears the name of somebody else, or is not one that stands there. Nobody can give another person's word: do it under your own name.`
}

function pendingProblem({ word, after, writer, now }: NewWord, where: string): string | undefined {
  const { data } = pendingVerification.safeParse(word.value)
  if (data?.verifiedBy !== writer) {
    return `${where}: "I have checked it" can only be said by the person who checked. Say it under your own name.`
  }
  if (!isToday(data.verifiedOn, now)) {
    return `${where}: the day of the check is not today. Check it again and say so on the day.`
  }
  if (data.checkedAt !== undefined && !isJustNow(data.checkedAt, now)) {
    return `${where}: the check bears another time than now. Press "I have checked it" again.`
  }
  if (data.factsHash === factsHash(after)) return undefined
  return `${where}: the facts are not those that were checked. Look at them as they are now and check again.`
}

function confirmationProblem(given: NewWord, where: string): string | undefined {
  const { word, after, sources, writer, now } = given
  const { data } = verification.safeParse(word.value)
  const facts = factsHash(after)
  if (data?.secondPerson !== writer) {
    return `${where}: a verification can only be confirmed by the second person. Say so under your own name, or let "I have checked it" wait for a colleague.`
  }
  if (data.verifiedBy === writer) {
    return `${where}: you checked this yourself. A second person has to confirm it.`
  }
  if (facts === undefined || data.factsHash !== facts) {
    return `${where}: the facts have changed since they were checked. Both of you have to check them as they are now.`
  }
  const isOfferedBy = sources.some((source) => {
    const pending = pendingVerification.safeParse(source['pendingVerification']).data
    return (
      pending !== undefined &&
      pending.verifiedBy === data.verifiedBy &&
      pending.verifiedOn === data.verifiedOn &&
      pending.method === data.method &&
      pending.sourceUrl === data.sourceUrl &&
      pending.checkedAt === data.checkedAt &&
      pending.factsHash === facts
    )
  })
  if (!isOfferedBy) {
    return `${where}: there is no first person's word for these facts to confirm. Somebody else has to press "I have checked it" first.`
  }
  if (isJustNow(data.confirmedAt, now)) return undefined
  return `${where}: the confirmation bears another time than now. Confirm again.`
}

function approvalProblem({ word, after, writer, now }: NewWord, where: string): string | undefined {
  const { value, holder, path } = word
  const problem = signatureProblem(value, SIGNED.approved, writer, `${where}: an approval`)
  if (problem !== undefined) return problem
  if (!isToday(value['approvedOn'], now)) {
    return `${where}: the approval bears another day than today. Read the text and approve it again.`
  }
  if (value['approvedAt'] !== undefined && !isAbout(value['approvedAt'], now)) {
    return `${where}: the approval bears another time than now. Approve it again.`
  }
  const isOfGuide = path === 'approved' && after['_type'] === 'guide'
  const isOfText = isOfGuide
    ? value['textHash'] === hashOfGuide(after)
    : value['text'] === holder['text']
  if (isOfText) return undefined
  return `${where}: the approved text is not the one that stands there. Read it as it is now and approve that.`
}

/** What an approval of a guide as it stands has to hold; undefined where it is unfinished. */
export function hashOfGuide(document: Record<string, unknown>): string | undefined {
  const { data } = guide.pick({ title: true, summary: true, body: true }).safeParse(document)
  return data && textHash(guideText(data))
}
