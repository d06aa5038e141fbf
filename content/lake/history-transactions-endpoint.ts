import type { z } from 'zod'
import type { DocumentChange } from './commit.ts'
import { isJsonObject } from './document.ts'
import { effectsOf } from './effects.ts'
import { refuse } from './errors.ts'
import { HISTORY_PARAMETERS, readIds, readParameters } from './history-request.ts'
import type { LakeContext } from './lake-context.ts'
import { linesResponse } from './lines-response.ts'
import type { Log, LoggedTransaction } from './log.ts'
import { identify } from './rights.ts'

type Parameters = z.output<typeof HISTORY_PARAMETERS.transactions>

/**
 * `GET data/history/{dataset}/transactions/{id,id,...}`: one line of JSON for each transaction
 * that changed one of the documents; without ids, for every transaction.
 *
 * @see https://www.sanity.io/docs/http-reference/history
 */
export async function answerTransactions(
  request: Request,
  ids: string | undefined,
  lake: LakeContext,
): Promise<Response> {
  await identify(lake, request, 'read')
  const parameters = readParameters(request, HISTORY_PARAMETERS.transactions)
  const { log } = lake.storage
  const documents = ids === undefined ? undefined : readIds(ids)
  const { fromTransaction, toTransaction, fromTime, toTime, authors } = parameters
  const found = log.find({
    ...(documents && { ids: documents }),
    ...(fromTransaction && { fromSeq: seqOf(fromTransaction, log) }),
    ...(toTransaction && { toSeq: seqOf(toTransaction, log) }),
    ...(fromTime && { fromTime }),
    ...(toTime && { toTime }),
    ...(authors && { authors }),
    isLatestFirst: parameters.reverse,
    limit: parameters.limit,
  })
  const make = (transaction: LoggedTransaction) => lineOf(transaction, documents, parameters, log)
  return linesResponse(found, make, lake.onFailure)
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
  log: Log,
) {
  const shown = parameters.includeIdentifiedDocumentsOnly ? documents : undefined
  const isBare = parameters.excludeMutations && parameters.effectFormat === undefined
  const changes = isBare ? [] : log.changesOf(seq, shown)
  const ids = log.documentIdsOf(seq).filter((id) => !shown || shown.includes(id))
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
