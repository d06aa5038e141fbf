import { publishedIdOf } from './document.ts'
import { eventOf } from './document-events.ts'
import { refuse } from './errors.ts'
import { HISTORY_PARAMETERS, readParameters } from './history-request.ts'
import type { LakeContext } from './lake-context.ts'
import type { Log, LoggedTransaction } from './log.ts'
import { identify, seenOf } from './rights.ts'
import { seenChange } from './seen-change.ts'
import { takeSeen } from './seen-log.ts'

/**
 * `GET data/history/{dataset}/events/documents/{id}`: what happened to a document, latest first,
 * each published document, draft and version by itself, as the sender sees them. `nextCursor` asks for what was before;
 * empty, there is nothing.
 */
export async function answerEvents(
  request: Request,
  id: string,
  lake: LakeContext,
): Promise<Response> {
  const { audience } = await identify(lake, request, 'history')
  const { limit, nextCursor } = readParameters(request, HISTORY_PARAMETERS.events)
  const { log } = lake.storage
  const toSeq = seqBefore(nextCursor, log)
  const changesIn = (seq: number, ids: readonly string[]) =>
    log.changesOf(seq, ids).flatMap((change) => seenChange(change, audience) ?? [])
  const found = takeSeen({
    limit,
    next: (after) => transactionsOf(id, log, limit, after ? after.seq - 1 : toSeq),
    isSeen: ({ seq }) => changesIn(seq, [id]).length > 0,
  })
  const group = log.groupOf(publishedIdOf(id))
  const events = found.flatMap((transaction) => {
    const { seq } = transaction
    const isGroupLeft = () =>
      group.some((member) => seenOf(log.documentAfter(member, seq), audience))
    return eventOf({ transaction, id, changes: changesIn(seq, group), isGroupLeft }) ?? []
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
