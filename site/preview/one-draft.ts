import { publishedIdOf } from '#content/lake/document.ts'
import type { Audience } from '#content/lake/rights.ts'
import { letOut } from '#content/model/let-out.ts'

/**
 * Sees what is published, and of all drafts only this one, as if its words and facts were let out. A lake keeps views
 * of its own for each audience, so no query of a preview ever meets another draft.
 */
export function oneDraft(id: string): Audience {
  return {
    key: `preview:${id}`,
    see(document) {
      const publishedId = publishedIdOf(document._id)
      if (document._id === id || document._id === `drafts.${id}`) return letOut(document)
      return publishedId === document._id ? document : undefined
    },
  }
}
