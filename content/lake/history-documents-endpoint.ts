import type { LakeDocument } from './document.ts'
import { HISTORY_PARAMETERS, readIds, readParameters } from './history-request.ts'
import type { LakeContext } from './lake-context.ts'
import type { Log } from './log.ts'
import { identify, seenOf } from './rights.ts'

/**
 * `GET data/history/{dataset}/documents/{id,id,...}`: documents as they were after a transaction,
 * at a time, or last. Those that were not there then, and those that are not for the sender as they
 * were then, are left out.
 */
export async function answerPastDocuments(
  request: Request,
  ids: string,
  lake: LakeContext,
): Promise<Response> {
  const { audience } = await identify(lake, request, 'history')
  const { revision, time } = readParameters(request, HISTORY_PARAMETERS.documents)
  const find = finderOf(lake.storage.log, revision, time)
  return Response.json({
    documents: readIds(ids).flatMap((id) => seenOf(find(id), audience) ?? []),
  })
}

function finderOf(
  log: Log,
  revision: string | undefined,
  time: string | undefined,
): (id: string) => LakeDocument | undefined {
  if (time !== undefined) return (id) => log.documentAt(id, time)
  if (revision === undefined) return (id) => log.lastOf(id)
  const seq = log.transaction(revision)?.seq
  return (id) => (seq === undefined ? undefined : log.documentAfter(id, seq))
}
