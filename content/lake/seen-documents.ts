import type { LakeDocument } from './document.ts'
import type { Documents } from './document-store.ts'
import { referencedIds } from './references.ts'
import type { Audience } from './rights.ts'

/**
 * What an audience sees of a store. Nothing is copied but the documents of which something is taken
 * off, and those only while the stored ones last; so it is never out of date.
 */
export function seenDocuments(store: Documents, audience: Audience): Documents {
  const trimmed = new WeakMap<LakeDocument, LakeDocument>()
  const see = (document: LakeDocument): LakeDocument | undefined => {
    const known = trimmed.get(document)
    if (known) return known
    const seen = audience.see(document)
    if (seen && seen !== document) trimmed.set(document, seen)
    return seen
  }
  const get = (id: string) => {
    const document = store.get(id)
    return document && see(document)
  }
  const all = function* () {
    for (const document of store.all()) {
      const seen = see(document)
      if (seen) yield seen
    }
  }
  // A reference may stand in what was taken off.
  const refersTo = (referrer: string, id: string) => {
    const seen = get(referrer)
    return seen && (seen === store.get(referrer) || referencedIds(seen).has(id))
  }
  return {
    get,
    all,
    size: () => all().reduce((count) => count + 1, 0),
    referrersOf: (id) =>
      new Set([...store.referrersOf(id)].filter((referrer) => refersTo(referrer, id))),
  }
}
