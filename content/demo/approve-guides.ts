import type { AnyDocument } from '#content/model/documents/any-document.ts'
import { Bug } from '#content/model/errors.ts'
import { guideText } from '#content/model/guide-text.ts'
import { textHash } from '#content/model/text-hash.ts'
import { approvalDay, DEMO_REVIEWER } from './shorthand.ts'

/** Guides as approved by the demo's reviewer, each made from the English one of its slug. Leaves the rest as it is. */
export function approveGuides(documents: AnyDocument[], now: Date): AnyDocument[] {
  return documents.map((document) => {
    if (document._type !== 'guide') return document
    const source = documents.find(
      (other) =>
        other._type === 'guide' &&
        other.slug.current === document.slug.current &&
        other.language === 'en',
    )
    if (source?._type !== 'guide')
      throw new Bug(`no English guide ${document.slug.current} in the demo`)
    return {
      ...document,
      sourceHash: textHash(guideText(source)),
      approved: {
        textHash: textHash(guideText(document)),
        approvedBy: DEMO_REVIEWER,
        approvedOn: approvalDay(now),
      },
    }
  })
}
