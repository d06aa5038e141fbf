import type { PartnersOf } from '#content/access/may-confirm.ts'
import type { DocumentVersion, FactVersion } from '#content/model/desk.ts'
import { isVerified, pendingOf, type StoredFact } from './stored-fact.ts'
import { rightsTo, type Viewer } from './viewer.ts'

/** What the words about a version are made with. */
export type Naming = {
  viewer: Viewer
  partnersOf: PartnersOf
  nameOf: (person: string) => string
  /** Name of the fact's organisation. */
  organization: string
}

/** One version as somebody is told of it; undefined where it is not for them. */
export function factVersion(
  fact: StoredFact,
  version: DocumentVersion,
  { viewer, partnersOf, nameOf, organization }: Naming,
): FactVersion | undefined {
  const stored = fact.versions[version]
  if (stored === undefined) return undefined
  const { document, hash, numbers, hours, languages } = stored
  const rights = rightsTo(document, viewer, partnersOf)
  const pending = pendingOf(fact, version)
  const isCurrent = pending !== undefined && pending.factsHash === hash
  const isMine = pending?.verifiedBy === viewer.member.id
  const mayConfirm = rights.confirms && isCurrent && !isMine
  if (!rights.sees && !mayConfirm) return undefined
  const isTold = pending !== undefined && (rights.seesNames || rights.confirms)
  return {
    rev: document._rev,
    numbers,
    hours,
    languages: [...new Set(languages.map(({ tag }) => tag))],
    ...(isTold && {
      pending: {
        by: rights.seesNames ? nameOf(pending.verifiedBy) : organization,
        isMine,
        on: pending.verifiedOn,
        method: pending.method,
        ...(pending.sourceUrl !== undefined && { sourceUrl: pending.sourceUrl }),
        isOutdated: !isCurrent,
      },
    }),
    isVerified: isVerified(stored),
    // Somebody else's word waits for a second one: it must not be written over.
    mayVerify: rights.verifies && hash !== undefined && !mayConfirm,
    mayConfirm,
  }
}
