import { publishedIdOf } from './document.ts'
import { refuse } from './errors.ts'
import type { LakeContext } from './lake-context.ts'
import { identify } from './rights.ts'

/** References listed at most; all are counted. */
const MOST_LISTED = 100

/**
 * `GET data/references/{dataset}/documents/{id}/to`: what would point nowhere if a document went.
 * Only what the sender sees is listed and counted. There is one dataset, so with `excludeInternalReferences` there is nothing to tell.
 */
export async function answerReferencesTo(
  request: Request,
  id: string,
  lake: LakeContext,
): Promise<Response> {
  const { audience } = await identify(lake, request, 'read')
  const { store } = lake.sights.of(audience)
  if (!store.get(id)) throw refuse(404, `There is no document "${id}"`)
  const address = new URL(request.url).searchParams
  const isOutsideOnly = address.get('excludeInternalReferences') === 'true'
  const referrers = isOutsideOnly ? [] : [...store.referrersOf(publishedIdOf(id))]
  return Response.json({
    totalCount: referrers.length,
    references: referrers.slice(0, MOST_LISTED).map((documentId) => ({
      projectId: lake.project,
      datasetName: lake.dataset,
      documentId,
    })),
  })
}
