import { publishedIdOf } from './document.ts'
import { eventOf } from './document-events.ts'
import { refuse } from './errors.ts'
import { HISTORY_PARAMETERS, readParameters } from './history-request.ts'
import type { LakeContext } from './lake-context.ts'
import type { Log, LoggedTransaction } from './log.ts'
import { identify } from './rights.ts'

/**
 * `GET data/history/{dataset}/events/documents/{id}`: what happened to a document, latest first,
 * each published document, draft and version by itself. `nextCursor` asks for what was before;
 * empty, there is nothing.
 */
export async function answerEvents(
  request: Request,
  id: string,
  lake: LakeContext,
): Promise<Response> {
  await identify(lake, request, 'read')
  const { limit, nextCursor } = readParameters(request, HISTORY_PARAMETERS.events)
  const { log } = lake.storage
  const found = transactionsOf(id, log, limit, seqBefore(nextCursor, log))
  const group = log.groupOf(publishedIdOf(id))
  const events = found.flatMap((transaction) => {
    const { seq } = transaction
    const isGroupLeft = () => group.some((member) => log.documentAfter(member, seq))
    const changes = log.changesOf(seq, group)
    return eventOf({ transaction, id, changes, isGroupLeft }) ?? []
  })
  const last = found.length === limit ? found.at(-1) : undefined
  return Response.json({ events: { [id]: events }, nextCursor: last?.transactionId ?? '' })
}

function seqBefore(cursor: string | undefined, log: Log): number {
  if (cursor === undefined) return Number.MAX_SAFE_INTEGER
  const known = log.transaction(cursor)
  if (known) return known.seq - 1
  throw refuse(400, 'The parameter "nextCursor": not one that was given out')
}

/** A published document's edits are events; of a draft or version only its coming and going are. */
function transactionsOf(id: string, log: Log, limit: number, toSeq: number): LoggedTransaction[] {
  if (id !== publishedIdOf(id)) return log.turningPoints(id, toSeq, limit)
  return log.find({ ids: [id], toSeq, isLatestFirst: true, limit })
}
