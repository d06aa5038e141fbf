import { publishedIdOf } from './document.ts'
import type { LakeContext } from './lake-context.ts'
import { identify } from './rights.ts'

/** `GET data/doc/{dataset}/{id,id,...}`: documents by their own ids. What the sender may not see is not there. */
export async function answerDocuments(
  request: Request,
  ids: string,
  lake: LakeContext,
): Promise<Response> {
  const { audience } = await identify(lake, request, 'read')
  const { store, views } = lake.sights.of(audience)
  const address = new URL(request.url).searchParams
  const asked = ids.split(',')
  const isEveryVersion = address.get('includeAllVersions') === 'true'
  const found = isEveryVersion
    ? views.of('raw').all.list.filter(({ _id }) => asked.includes(publishedIdOf(_id)))
    : asked.flatMap((id) => store.get(id) ?? [])
  const omitted = asked
    .filter(
      (id) => !found.some(({ _id }) => _id === id || (isEveryVersion && publishedIdOf(_id) === id)),
    )
    .map((id) => ({ id, reason: 'existence' }))
  return Response.json({
    documents: address.get('excludeContent') === 'true' ? [] : found,
    omitted,
  })
}
