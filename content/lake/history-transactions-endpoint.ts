import type { z } from 'zod'
import type { DocumentChange } from './commit.ts'
import { isJsonObject } from './document.ts'
import { effectsOf } from './effects.ts'
import { refuse } from './errors.ts'
import { HISTORY_PARAMETERS, readIds, readParameters } from './history-request.ts'
import type { LakeContext } from './lake-context.ts'
import { linesResponse } from './lines-response.ts'
import type { Log, LoggedTransaction } from './log.ts'
import type { LogSelection } from './log-selection.ts'
import { type Audience, identify, SEES_EVERYTHING } from './rights.ts'
import { seenChange } from './seen-change.ts'
import { takeSeen } from './seen-log.ts'

type Parameters = z.output<typeof HISTORY_PARAMETERS.transactions>

/**
 * `GET data/history/{dataset}/transactions/{id,id,...}`: one line of JSON for each transaction
 * that changed one of the documents; without ids, for every transaction. Whoever sees only a part
 * is told of that part, and has to ask for documents: the whole log would have to be read for him.
 *
 * @see https://www.sanity.io/docs/http-reference/history
 */
export async function answerTransactions(
  request: Request,
  ids: string | undefined,
  lake: LakeContext,
): Promise<Response> {
  const { audience } = await identify(lake, request, 'history')
  const parameters = readParameters(request, HISTORY_PARAMETERS.transactions)
  const { log } = lake.storage
  const documents = ids === undefined ? undefined : readIds(ids)
  if (!documents && audience.key !== SEES_EVERYTHING.key) {
    throw refuse(403, 'Name documents: the log as a whole is for those who see everything')
  }
  const { fromTransaction, toTransaction, fromTime, toTime, authors, limit } = parameters
  const selection: LogSelection = {
    ...(documents && { ids: documents }),
    ...(fromTransaction && { fromSeq: seqOf(fromTransaction, log) }),
    ...(toTransaction && { toSeq: seqOf(toTransaction, log) }),
    ...(fromTime && { fromTime }),
    ...(toTime && { toTime }),
    ...(authors && { authors }),
    isLatestFirst: parameters.reverse,
    limit,
  }
  const seesAll = audience.key === SEES_EVERYTHING.key
  const found = takeSeen({
    limit,
    next: (after) => log.find(after ? onwardsFrom(after.seq, selection) : selection),
    isSeen: ({ seq }) => seesAll || seenIn(seq, documents, { log, audience }).length > 0,
  })
  const make = (transaction: LoggedTransaction) =>
    lineOf(transaction, documents, parameters, { log, audience })
  return linesResponse(found, make, lake.onFailure)
}

function onwardsFrom(seq: number, selection: LogSelection): LogSelection {
  return selection.isLatestFirst
    ? { ...selection, toSeq: seq - 1 }
    : { ...selection, fromSeq: seq + 1 }
}

/** Whose log is read, and for whom. */
interface Reading {
  log: Log
  audience: Audience
}

function seenIn(
  seq: number,
  ids: readonly string[] | undefined,
  { log, audience }: Reading,
): DocumentChange[] {
  return log.changesOf(seq, ids).flatMap((change) => seenChange(change, audience) ?? [])
}

function seqOf(transactionId: string, log: Log): number {
  const known = log.transaction(transactionId)
  if (known) return known.seq
  throw refuse(404, `There is no transaction "${transactionId}"`)
}

function lineOf(
  { seq, transactionId, timestamp, identity }: LoggedTransaction,
  documents: readonly string[] | undefined,
  parameters: Parameters,
  reading: Reading,
) {
  const shown = parameters.includeIdentifiedDocumentsOnly ? documents : undefined
  const isBare = parameters.excludeMutations && parameters.effectFormat === undefined
  const seesAll = reading.audience.key === SEES_EVERYTHING.key
  const changes = isBare && seesAll ? [] : seenIn(seq, shown, reading)
  const changedIds = seesAll ? reading.log.documentIdsOf(seq) : changes.map(({ id }) => id)
  const ids = changedIds.filter((id) => !shown || shown.includes(id))
  return {
    id: transactionId,
    timestamp,
    author: identity,
    documentIDs: ids,
    ...(!parameters.excludeMutations && {
      mutations: mutationsOf(changes, parameters.excludeContent),
    }),
    ...(parameters.effectFormat && {
      effects: Object.fromEntries(changes.map((change) => [change.id, effectsOf(change)])),
    }),
  }
}

function mutationsOf(changes: readonly DocumentChange[], isBare: boolean): unknown[] {
  const mutations = changes.flatMap((change) => change.mutations)
  return isBare ? mutations.map(withoutContent) : mutations
}

/** What a mutation did to which document, without what it wrote. */
function withoutContent(mutation: unknown): unknown {
  if (!isJsonObject(mutation)) return mutation
  return Object.fromEntries(
    Object.entries(mutation).map(([kind, body]) => {
      const { _id, _type, id } = isJsonObject(body) ? body : {}
      return [kind, id === undefined ? { _id, _type } : { id }]
    }),
  )
}
