import type { LakeDocument } from './document.ts'
import type { LakeContext } from './lake-context.ts'
import { LIMITS } from './limits.ts'
import { linesResponse } from './lines-response.ts'
import { identify } from './rights.ts'

/**
 * `GET data/export/{dataset}`: every document that the sender sees, one per line, as they were at
 * one moment. With `nextCursor` (empty at first) a page of them, and in its last line where the
 * next one begins. `types` limits it to some types.
 */
export async function answerExport(request: Request, lake: LakeContext): Promise<Response> {
  const { audience } = await identify(lake, request, 'read')
  const address = new URL(request.url).searchParams
  const types = address.get('types')?.split(',')
  const isAsked = ({ _type }: LakeDocument) => !types || types.includes(_type)
  const { all } = lake.sights.of(audience).views.of('raw')
  const cursor = address.get('nextCursor')
  if (cursor === null) return lines(all.list.filter(isAsked), lake)
  const start = all.countBefore(({ _id }) => _id <= cursor)
  const page = all.slice(start, start + LIMITS.exportPage)
  const last = start + page.length < all.size ? page.at(-1) : undefined
  return lines(page.filter(isAsked), lake, last && { nextCursor: last._id })
}

function lines(
  documents: readonly LakeDocument[],
  { onFailure }: LakeContext,
  last?: { nextCursor: string },
): Response {
  return linesResponse(last ? [...documents, last] : documents, (line) => line, onFailure)
}
