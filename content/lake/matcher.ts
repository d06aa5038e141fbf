import { evaluateSync, toJS } from 'groq-js'
import type { LakeDocument } from './document.ts'
import { refuse } from './errors.ts'
import type { LakeContext } from './lake-context.ts'
import { needsAsync, parseQuery } from './query.ts'
import type { Identity } from './rights.ts'

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
  const tree = parseQuery(query, params)
  if (needsAsync(tree)) throw refuse(400, 'A listener cannot use delta:: or diff:: functions')
  const { store } = lake.sights.of(identity.audience)
  return (document: LakeDocument): boolean => {
    const value = evaluateSync(tree, {
      params,
      identity: identity.id,
      dataset: [document],
      timestamp: lake.now(),
      dereference: ({ _ref }) => store.get(_ref),
      sanity: { projectId: lake.project, dataset: lake.dataset },
    })
    const found = toJS(value)
    return Array.isArray(found) ? found.length > 0 : found !== null && found !== false
  }
}
