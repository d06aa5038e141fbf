import { publishedIdOf } from './document.ts'
import type { LakeContext } from './lake-context.ts'
import { identify } from './rights.ts'

/** `GET data/doc/{dataset}/{id,id,...}`: documents as stored, drafts by their own ids. */
export async function answerDocuments(
  request: Request,
  ids: string,
  lake: LakeContext,
): Promise<Response> {
  await identify(lake, request, 'read')
  const address = new URL(request.url).searchParams
  const asked = ids.split(',')
  const isEveryVersion = address.get('includeAllVersions') === 'true'
  const found = isEveryVersion
    ? lake.views.of('raw').all.list.filter(({ _id }) => asked.includes(publishedIdOf(_id)))
    : asked.flatMap((id) => lake.store.get(id) ?? [])
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
