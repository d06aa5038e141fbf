import { evaluateSync, toJS } from 'groq-js'
import type { LakeDocument } from './document.ts'
import { refuse } from './errors.ts'
import type { LakeContext } from './lake-context.ts'
import { needsAsync, parseQuery } from './query.ts'

/** A listener's query, and for whom it is asked. */
export interface MatcherOptions {
  query: string
  params: Record<string, unknown>
  identity: string
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
  return (document: LakeDocument): boolean => {
    const value = evaluateSync(tree, {
      params,
      identity,
      dataset: [document],
      timestamp: lake.now(),
      dereference: ({ _ref }) => lake.store.get(_ref),
      sanity: { projectId: lake.project, dataset: lake.dataset },
    })
    const found = toJS(value)
    return Array.isArray(found) ? found.length > 0 : found !== null && found !== false
  }
}
