import { z } from 'zod'
import { isLakeDocument, type LakeDocument, publishedIdOf } from '#content/lake/document.ts'
import type { DocumentVersion } from '#content/model/desk.ts'
import {
  type PendingVerification,
  pendingVerification,
  type Verification,
  verification,
  withdrawal,
} from '#content/model/verification.ts'
import { factsHash } from '#content/model/verified-facts.ts'

/** One version of a helpline or service: the document, and what the desk reads in it. Drafts may be half written. */
export type StoredVersion = {
  document: LakeDocument
  numbers: string[]
  hours: string
  languages: { _key: string; tag: string }[]
  /** Of the facts as they stand; undefined while one is missing. */
  hash: string | undefined
  pending: PendingVerification | undefined
  verification: Verification | undefined
  withdrawal: z.infer<typeof withdrawal> | undefined
  standby: string | undefined
}

/** A fact in its two versions, of which one is always there. */
export type StoredFact = {
  id: string
  type: 'helpline' | 'service'
  title: string
  versions: Partial<Record<DocumentVersion, StoredVersion>>
}

const attributes = z.object({
  _type: z.enum(['helpline', 'service']),
  name: z
    .array(z.object({ language: z.string(), value: z.string() }))
    .optional()
    .catch(undefined),
  numbers: z
    .array(z.object({ dial: z.string().optional() }))
    .optional()
    .catch(undefined),
  hours: z.object({ osm: z.string() }).optional().catch(undefined),
  languages: z
    .array(z.object({ _key: z.string(), tag: z.string() }))
    .optional()
    .catch(undefined),
  pendingVerification: pendingVerification.optional().catch(undefined),
  verification: verification.optional().catch(undefined),
  withdrawal: withdrawal.optional().catch(undefined),
  standby: z.object({ _ref: z.string() }).optional().catch(undefined),
})

/** Puts the versions of each fact together. What is no helpline or service is passed over. */
export function readFacts(documents: readonly unknown[]): StoredFact[] {
  const facts = new Map<string, StoredFact>()
  for (const document of documents) {
    if (!isLakeDocument(document)) continue
    const parsed = attributes.safeParse(document)
    if (!parsed.success) continue
    const id = publishedIdOf(document._id)
    const { _type: type, name } = parsed.data
    const fact = facts.get(id) ?? { id, type, title: id, versions: {} }
    const isPublished = document._id === id
    fact.versions[isPublished ? 'published' : 'draft'] = readVersion(document, parsed.data)
    // What the public knows it by; a draft's own name only until then.
    if (isPublished || fact.versions.published === undefined) fact.title = nameOf(name) ?? id
    facts.set(id, fact)
  }
  return [...facts.values()]
}

/** The English name, else the first; undefined where there is none. */
export function nameOf(
  name: readonly { language: string; value: string }[] | undefined,
): string | undefined {
  return (name?.find(({ language }) => language === 'en') ?? name?.[0])?.value
}

/** Whether two people stand for the facts as they are in this version. */
export function isVerified({ verification: held, hash }: StoredVersion): boolean {
  if (held?.secondPerson === undefined || hash === undefined) return false
  return held.secondPerson !== held.verifiedBy && held.factsHash === hash
}

/**
 * The first person's word for a version: its own, or, where both state the same facts, that of the other.
 * Of facts that were changed since only the version's own is told.
 */
export function pendingOf(
  { versions }: StoredFact,
  version: DocumentVersion,
): PendingVerification | undefined {
  const own = versions[version]
  const other = versions[version === 'draft' ? 'published' : 'draft']
  const isCurrent = (pending: PendingVerification | undefined) =>
    pending !== undefined && pending.factsHash === own?.hash
  if (isCurrent(own?.pending)) return own?.pending
  return isCurrent(other?.pending) ? other?.pending : own?.pending
}

/** Whether published and draft state the same facts. */
export function statesTheSame({ versions: { published, draft } }: StoredFact): boolean {
  return published?.hash !== undefined && published.hash === draft?.hash
}

function readVersion(document: LakeDocument, read: z.infer<typeof attributes>): StoredVersion {
  return {
    document,
    numbers: (read.numbers ?? []).flatMap(({ dial }) => dial ?? []),
    hours: read.hours?.osm ?? '',
    languages: read.languages ?? [],
    hash: factsHash(document),
    pending: read.pendingVerification,
    verification: read.verification,
    withdrawal: read.withdrawal,
    standby: read.standby?._ref,
  }
}
