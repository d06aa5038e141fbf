import { textHash } from '#content/model/text-hash.ts'
import type { TranslatedValue } from '#content/model/translation.ts'

/** Who does something to a text, on which day (UTC) and at which moment. */
export type Reviewing = { by: string; on: string; at?: string }

/** A text after somebody wrote in it: what was said about the words before no longer holds. */
export function edited(
  value: TranslatedValue | undefined,
  text: string,
  source: string,
): TranslatedValue {
  const { submittedOn: _on, rejected: _why, ...kept } = value ?? {}
  return { ...kept, text, origin: 'human', sourceHash: textHash(source) }
}

/** A text handed to a reviewer. */
export function submitted(value: TranslatedValue, { on }: Reviewing): TranslatedValue {
  const { rejected: _why, ...kept } = value
  return { ...kept, submittedOn: on }
}

/** A text let out with the words that stand there, as a translation of `source`. It is no longer taken back. */
export function approved(
  value: TranslatedValue,
  source: string,
  { by, on, at }: Reviewing,
): TranslatedValue {
  const { withdrawn: _gone, rejected: _why, submittedOn: _on, ...kept } = value
  const approval = {
    text: value.text,
    sourceHash: textHash(source),
    approvedBy: by,
    approvedOn: on,
    ...(at !== undefined && { approvedAt: at }),
  }
  return { ...kept, approved: approval }
}

/** A text given back to who wrote it. What was let out before stays out. */
export function sentBack(
  value: TranslatedValue,
  reason: string,
  { by, on }: Reviewing,
): TranslatedValue {
  const { submittedOn: _on, ...kept } = value
  return { ...kept, rejected: { rejectedOn: on, rejectedBy: by, reason } }
}

/** A text that nobody may see any more. */
export function withdrawn(
  value: TranslatedValue,
  reason: string,
  reviewing: Reviewing,
): TranslatedValue {
  return { ...value, withdrawn: withdrawalBy(reviewing, reason) }
}

/** The word of who withdraws a text or a guide. */
export function withdrawalBy({ by, on, at }: Reviewing, reason: string) {
  const when = { withdrawnOn: on, ...(at !== undefined && { withdrawnAt: at }) }
  return { ...when, withdrawnBy: by, reason }
}
