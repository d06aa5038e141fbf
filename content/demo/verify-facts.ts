import type { AnyDocument } from '#content/model/documents/any-document.ts'
import { factsHash } from '#content/model/verified-facts.ts'

/** Helplines and services with their verification bound to the facts as they stand. Leaves the rest as it is. */
export function verifyFacts(documents: AnyDocument[]): AnyDocument[] {
  return documents.map((document) => {
    if (document._type !== 'helpline' && document._type !== 'service') return document
    const { verification } = document
    if (verification === undefined) return document
    const hash = factsHash(document)
    return {
      ...document,
      verification: {
        ...verification,
        secondMethod: verification.method,
        confirmedAt: `${verification.verifiedOn}T12:00:00Z`,
        ...(hash !== undefined && { factsHash: hash }),
      },
    }
  })
}
