import { languageName, nameOf } from './name-of.ts'
import { hashOfGuide } from './new-word-problem.ts'
import { isFree, isRecord, type ProposedChange, type Refusal } from './refusal.ts'

/** Publishes a guide only as it is approved: so the last approved stays public until its replacement is approved. */
export function guideGate(changes: readonly ProposedChange[]): Refusal[] {
  return changes.flatMap((change) => {
    const { id, after } = change
    if (after === undefined || isFree(change) || after['_type'] !== 'guide') return []
    const { approved, language } = after
    const hash = hashOfGuide(after)
    if (hash === undefined || (isRecord(approved) && approved['textHash'] === hash)) return []
    const tag = typeof language === 'string' ? language : ''
    const reason = isRecord(approved)
      ? 'it was changed since it was approved'
      : 'it is not approved'
    return [
      {
        documentId: id,
        path: 'approved',
        ...(tag !== '' && { language: tag }),
        message: `${nameOf(after)}, in ${languageName(tag)}, cannot be published: ${reason}. Have it reviewed and approved as it stands; until then readers keep the last approved text.`,
      },
    ]
  })
}
