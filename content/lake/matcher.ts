import { evaluateSync, toJS } from 'groq-js'
import { completeQuery } from './complete-query.ts'
import type { LakeDocument } from './document.ts'
import { refuse } from './errors.ts'
import { answerGeo } from './geo-functions.ts'
import type { LakeContext } from './lake-context.ts'
import { needsAsync, parseQuery } from './query.ts'
import type { Identity } from './rights.ts'
import { createTextSearch, isTextQuery, type Searched } from './text-search.ts'
import { someNode, withNodes } from './tree.ts'

/** A listener's query, and for whom it is asked: references lead only to what that one sees. */
export interface MatcherOptions {
  query: string
  params: Record<string, unknown>
  identity: Identity
  lake: LakeContext
}

/**
 * Tells of a single document whether a listener's query selects it.
 *
 * @throws LakeError 400 where the query cannot be parsed
 */
export function createMatcher({ query, params, identity, lake }: MatcherOptions) {
  const tree = completeQuery(parseQuery(query, params))
  if (needsAsync(tree)) throw refuse(400, 'A listener cannot use delta:: or diff:: functions')
  const { store } = lake.sights.of(identity.audience)
  const isSearch = someNode(tree, isTextQuery)
  const evaluateOn = (document: LakeDocument) => {
    const text = isSearch ? createTextSearch(onlyOne(document), undefined) : undefined
    const ready = text ? withNodes(tree, text.translate) : tree
    return evaluateSync(ready, {
      params,
      identity: identity.id,
      dataset: [document],
      timestamp: lake.now(),
      dereference: ({ _ref }) => text?.answer(_ref) ?? answerGeo(_ref) ?? store.get(_ref),
      sanity: { projectId: lake.project, dataset: lake.dataset },
    })
  }
  return (document: LakeDocument): boolean => {
    const found = toJS(evaluateOn(document))
    return Array.isArray(found) ? found.length > 0 : found !== null && found !== false
  }
}

/** What a search looks into where there is nothing but the document that has changed. */
function onlyOne(document: LakeDocument): Searched {
  const byId = (id: string) => (id === document._id ? document : undefined)
  return { byId, stored: byId }
}
