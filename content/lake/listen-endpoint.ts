import type { Commit } from './commit.ts'
import { LakeBug, LakeError, refuse } from './errors.ts'
import { type EventStream, openEventStream } from './event-stream.ts'
import type { LakeContext } from './lake-context.ts'
import { LIMITS } from './limits.ts'
import { eventIdOf, eventsOf, type ListenOptions, parsePosition } from './listen-event.ts'
import { createMatcher } from './matcher.ts'
import { paramsIn } from './query-endpoint.ts'
import { type Identity, identify } from './rights.ts'

/**
 * `GET data/listen/{dataset}`: welcome, then a mutation event for each matching document.
 * With `Last-Event-ID`, what was missed comes first; where the log cannot tell, `reset`.
 */
export async function answerListen(
  request: Request,
  lake: LakeContext,
  openStreams: Set<EventStream>,
): Promise<Response> {
  const identity = await identify(lake, request, 'read')
  const address = new URL(request.url).searchParams
  let unsubscribe = () => {}
  const stream = openEventStream({
    signal: request.signal,
    // A token that was revoked meanwhile hears nothing more; its reader is told 401 when it comes back.
    isStillWelcome: () => isWelcome(lake, request, identity),
    ended() {
      unsubscribe()
      openStreams.delete(stream)
    },
  })
  try {
    const options = readOptions(address, lake, identity)
    const tell = (commit: Commit) => {
      try {
        for (const event of eventsOf(commit, options)) stream.send(event)
      } catch (error) {
        failStream(stream, error)
      }
    }
    openStreams.add(stream)
    unsubscribe = lake.feed.subscribe(tell)
    const lastEventId = request.headers.get('last-event-id') ?? address.get('lastEventId')
    greet(stream, lastEventId, address.get('enableResume') === 'true', lake, tell)
  } catch (error) {
    failStream(stream, error)
  }
  return stream.response
}

/** The status is not seen by an EventSource: the client makes a ChannelError of this event. */
function failStream(stream: EventStream, error: unknown): void {
  const description = error instanceof Error ? error.message : 'The listener has failed'
  const data = error instanceof LakeError ? error.body : { error: { description } }
  stream.send({ name: 'channelError', data })
  stream.close()
}

/** Whether the sender of a request would be let in again, as the one that he was: with other rights he begins anew. */
export async function isWelcome(
  lake: LakeContext,
  request: Request,
  was: Identity,
): Promise<boolean> {
  try {
    const { method, headers } = request
    const { id, audience } = await identify(lake, { method, headers, isAgain: true }, 'read')
    return id === was.id && audience.key === was.audience.key
  } catch (error) {
    if (!(error instanceof LakeError))
      lake.onFailure(new LakeBug('authorize failed', { cause: error }))
    return false
  }
}

function greet(
  stream: EventStream,
  lastEventId: string | null,
  isResumable: boolean,
  lake: LakeContext,
  tell: (commit: Commit) => void,
): void {
  const id = eventIdOf({ transactionId: lake.storage.lastTransactionId() ?? '', documentId: '' })
  const data = { listenerName: lake.randomId() }
  const missed = lastEventId ? missedSince(lastEventId, lake) : []
  if (!missed || !lastEventId) {
    stream.send({ name: 'welcome', id, data })
    if (!missed) stream.send({ name: 'reset', id, data })
    return
  }
  // Told with the old place, so that a drop during the replay loses nothing.
  stream.send({ name: isResumable ? 'welcomeback' : 'welcome', id: lastEventId, data })
  for (const commit of missed) tell(commit)
}

/** Commits after the place that an event id names; undefined where the log cannot tell, or there are too many. */
export function missedSince(lastEventId: string, { storage }: LakeContext): Commit[] | undefined {
  const position = parsePosition(lastEventId)
  if (!position) return undefined
  const { transactionId, documentId } = position
  const later = storage.commitsAfter(transactionId, LIMITS.replayedCommits + 1)
  if (!later || later.length > LIMITS.replayedCommits) return undefined
  const current = documentId === '' ? undefined : storage.commitOf(transactionId)
  if (!current) return later
  const seen = current.changes.findIndex(({ id }) => id === documentId)
  return [{ ...current, changes: current.changes.slice(seen + 1) }, ...later]
}

function readOptions(
  address: URLSearchParams,
  lake: LakeContext,
  identity: Identity,
): ListenOptions {
  const query = address.get('query')
  if (query === null) throw refuse(400, 'The parameter "query" is missing')
  if (query.length > LIMITS.queryLength) throw refuse(413, 'The query is too long')
  return {
    audience: identity.audience,
    includesAuthor: identity.refusalOf('history') === undefined,
    isMatch: createMatcher({ query, params: paramsIn(address), identity, lake }),
    includeResult: address.get('includeResult') === 'true',
    includePrevious: address.get('includePreviousRevision') === 'true',
    includeMutations: address.get('includeMutations') !== 'false',
    includeEffects: address.get('effectFormat') === 'mendoza',
    includeVersions: address.get('includeAllVersions') === 'true',
    visibility: address.get('visibility') ?? 'transaction',
  }
}
