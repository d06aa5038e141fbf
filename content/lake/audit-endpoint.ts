import { type AuditEntry, auditEntries } from './audit-entry.ts'
import { HISTORY_PARAMETERS, readParameters } from './history-request.ts'
import type { LakeContext } from './lake-context.ts'
import { linesResponse } from './lines-response.ts'
import type { Log } from './log.ts'
import type { LogSelection } from './log-selection.ts'
import { identify } from './rights.ts'

/** Transactions looked up at once. */
const PAGE = 200

/**
 * `GET audit/{dataset}?from=&to=&document=&who=`, for those who may `manage`: who changed what, when
 * and from which session, a line of JSON for each document of each transaction, oldest first. A
 * document's drafts and versions belong to it. Reading leaves no trace, so there is none here.
 */
export async function answerAudit(request: Request, lake: LakeContext): Promise<Response> {
  await identify(lake, request, 'manage')
  const { from, to, document, who } = readParameters(request, HISTORY_PARAMETERS.audit)
  const { log } = lake.storage
  const ids =
    document === undefined ? undefined : [...new Set([document, ...log.groupOf(document)])]
  const entries = entriesOf(log, ids, {
    ...(from && { fromTime: from }),
    ...(to && { toTime: to }),
    ...(who && { authors: [who] }),
  })
  return linesResponse(entries, (entry) => entry, lake.onFailure)
}

function* entriesOf(
  log: Log,
  ids: readonly string[] | undefined,
  selection: Pick<LogSelection, 'fromTime' | 'toTime' | 'authors'>,
): Generator<AuditEntry> {
  const last = log.last()?.seq ?? 0
  for (let fromSeq = 1; fromSeq <= last; ) {
    const page = log.find({
      ...selection,
      ...(ids && { ids }),
      fromSeq,
      toSeq: last,
      isLatestFirst: false,
      limit: PAGE,
    })
    for (const transaction of page) {
      yield* auditEntries(transaction, log.changesOf(transaction.seq, ids))
    }
    fromSeq = page.length < PAGE ? last + 1 : (page.at(-1)?.seq ?? last) + 1
  }
}
