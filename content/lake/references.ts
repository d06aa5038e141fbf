import { isJsonObject, type LakeDocument } from './document.ts'

/** One `_ref` found in a document. A strong one may only point to a document that exists. */
export interface Reference {
  id: string
  isStrong: boolean
}

/** Every reference in a document. References into other datasets count as weak. */
export function referencesOf(document: LakeDocument): Reference[] {
  const found: Reference[] = []
  collect(document, found)
  return found
}

/** True where the document points strongly to the given id. */
export function pointsStronglyTo(document: LakeDocument, id: string): boolean {
  return referencesOf(document).some((reference) => reference.isStrong && reference.id === id)
}

function collect(value: unknown, found: Reference[]): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, found)
    return
  }
  if (!isJsonObject(value)) return
  const id = value['_ref']
  if (typeof id === 'string') {
    const isForeign = '_dataset' in value || '_projectId' in value
    found.push({ id, isStrong: value['_weak'] !== true && !isForeign })
  }
  for (const name of Object.keys(value)) collect(value[name], found)
}
