import { isJsonObject, type JsonObject, type LakeDocument } from './document.ts'

/** One `_ref` found in a document. A strong one may only point to a document that exists. */
export interface Reference {
  id: string
  isStrong: boolean
}

/** Every reference in a document. References into other datasets count as weak. */
export function referencesOf(document: LakeDocument): Reference[] {
  const found: Reference[] = []
  visit(document, (id, value) => {
    const isForeign = '_dataset' in value || '_projectId' in value
    found.push({ id, isStrong: value['_weak'] !== true && !isForeign })
  })
  return found
}

/** Tells the ids that a document points to; one may come several times. */
export function eachReferencedId(document: LakeDocument, hear: (id: string) => void): void {
  visit(document, hear)
}

/** The ids that a document points to, each once. */
export function referencedIds(document: LakeDocument): Set<string> {
  const ids = new Set<string>()
  eachReferencedId(document, (id) => ids.add(id))
  return ids
}

/** True where the document points strongly to the given id. */
export function pointsStronglyTo(document: LakeDocument, id: string): boolean {
  return referencesOf(document).some((reference) => reference.isStrong && reference.id === id)
}

function visit(value: object, hear: (id: string, value: JsonObject) => void): void {
  // Every document goes through here when a lake is opened: nothing is made on the way.
  if (Array.isArray(value)) {
    for (const child of value) {
      if (typeof child === 'object' && child !== null) visit(child, hear)
    }
    return
  }
  if (!isJsonObject(value)) return
  if (typeof value['_ref'] === 'string') hear(value['_ref'], value)
  for (const name in value) {
    const child = value[name]
    if (typeof child === 'object' && child !== null) visit(child, hear)
  }
}
