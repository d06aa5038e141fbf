/** A document as it is kept: JSON with the five fields that the lake itself writes. */
export interface LakeDocument {
  _id: string
  _type: string
  _rev: string
  _createdAt: string
  _updatedAt: string
  [attribute: string]: unknown
}

/** A JSON object whose attributes are not known yet. */
export type JsonObject = Record<string, unknown>

/** True for JSON objects, false for arrays and null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** True where a value has everything that a kept document has. */
export function isLakeDocument(value: unknown): value is LakeDocument {
  return (
    isJsonObject(value) &&
    typeof value['_id'] === 'string' &&
    typeof value['_type'] === 'string' &&
    typeof value['_rev'] === 'string' &&
    typeof value['_createdAt'] === 'string' &&
    typeof value['_updatedAt'] === 'string'
  )
}

/**
 * Id of the published document that a draft or version belongs to.
 *
 * @example publishedIdOf('versions.spring.a.b') // 'a.b'
 */
export function publishedIdOf(id: string): string {
  if (id.startsWith('drafts.')) return id.slice('drafts.'.length)
  if (id.startsWith('versions.')) return id.split('.').slice(2).join('.')
  return id
}

/**
 * Id that a document has in a layer: `published`, `drafts`, or the name of a release.
 *
 * @example idInLayer('a', 'spring') // 'versions.spring.a'
 */
export function idInLayer(publishedId: string, layer: string): string {
  if (layer === 'published') return publishedId
  return layer === 'drafts' ? `drafts.${publishedId}` : `versions.${layer}.${publishedId}`
}
