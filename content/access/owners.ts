import { isJsonObject, type LakeDocument, publishedIdOf } from '../lake/document.ts'

/**
 * Who a document belongs to: organisations by id, of which each may act alone; everybody who is
 * signed in (`commons`); or nobody but who administers the lake (`lake`).
 */
export type Owner = readonly string[] | 'commons' | 'lake'

/** Attributes that refer to the owner, by type. Every type that is not here is commons. */
export const OWNER_ATTRIBUTES: Readonly<Record<string, { name: string; isList: boolean }>> = {
  helpline: { name: 'organization', isList: false },
  service: { name: 'organization', isList: false },
  place: { name: 'operator', isList: false },
  campaign: { name: 'organizations', isList: true },
}

/** Owner of a document; drafts and versions are told by their own content. */
export function ownerOf(document: LakeDocument): Owner {
  const publishedId = publishedIdOf(document._id)
  if (publishedId.startsWith('_.') || document._type.startsWith('system.')) return 'lake'
  if (document._type === 'organization') return [publishedId]
  const attribute = OWNER_ATTRIBUTES[document._type]
  const ids = attribute === undefined ? [] : referencesIn(document[attribute.name])
  return ids.length === 0 ? 'commons' : ids
}

/** Organisations that somebody acts for. */
export type Organizations = ReadonlySet<string> | 'all'

/** Whether a document is theirs: commons are everybody's. */
export function isOf(document: LakeDocument, organizations: Organizations): boolean {
  const owner = ownerOf(document)
  if (owner === 'lake') return false
  if (owner === 'commons' || organizations === 'all') return true
  return owner.some((id) => organizations.has(id))
}

function referencesIn(value: unknown): string[] {
  const items: unknown[] = Array.isArray(value) ? value : [value]
  return items.flatMap((item) =>
    isJsonObject(item) && typeof item['_ref'] === 'string' ? [item['_ref']] : [],
  )
}
