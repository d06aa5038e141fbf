import type { Commit } from './commit.ts'
import { type EventStream, openEventStream } from './event-stream.ts'
import type { LakeContext } from './lake-context.ts'
import { LIMITS } from './limits.ts'
import { isWelcome, missedSince } from './listen-endpoint.ts'
import { eventIdOf } from './listen-event.ts'
import { identify } from './rights.ts'
import { changedTags } from './sync-tags.ts'

/**
 * `GET data/live/events/{dataset}`: welcome, then the tags of what each commit changed, for those
 * who keep answers of queries. Changes of drafts and versions only with `includeDrafts`. With
 * `Last-Event-ID`, what was missed comes first; where the log cannot tell, `restart`.
 */
export async function answerLive(
  request: Request,
  lake: LakeContext,
  openStreams: Set<EventStream>,
): Promise<Response> {
  const identity = await identify(lake, request, 'read')
  const { audience } = identity
  const includesDrafts = new URL(request.url).searchParams.get('includeDrafts') === 'true'
  let unsubscribe = () => {}
  const stream = openEventStream({
    signal: request.signal,
    isStillWelcome: () => isWelcome(lake, request, identity),
    ended() {
      unsubscribe()
      openStreams.delete(stream)
    },
  })
  const tell = ({ transactionId, changes }: Commit) => {
    const told = includesDrafts ? changes : changes.filter(({ id }) => !isLayered(id))
    const tags = changedTags(told, lake.sights.of(audience).store, audience)
    const id = eventIdOf({ transactionId, documentId: '' })
    if (tags.length > LIMITS.tagsPerEvent) stream.send({ name: 'restart', id, data: {} })
    else if (tags.length > 0) stream.send({ name: 'message', id, data: { tags } })
  }
  openStreams.add(stream)
  unsubscribe = lake.feed.subscribe(tell)

  const lastEventId = request.headers.get('last-event-id')
  const now = eventIdOf({ transactionId: lake.storage.lastTransactionId() ?? '', documentId: '' })
  const missed = lastEventId === null ? [] : missedSince(lastEventId, lake)
  stream.send({ name: 'welcome', id: missed ? (lastEventId ?? now) : now, data: {} })
  if (!missed) stream.send({ name: 'restart', id: now, data: {} })
  for (const commit of missed ?? []) tell(commit)
  return stream.response
}

function isLayered(id: string): boolean {
  return id.startsWith('drafts.') || id.startsWith('versions.')
}
