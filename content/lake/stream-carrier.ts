import { LakeBug } from './errors.ts'
import type { LakeContext } from './lake-context.ts'
import { LIMITS } from './limits.ts'
import { CLOSING, type Guest, type Visit } from './socket-guest.ts'
import { type StreamAnswer, type StreamRequest, streamRequest } from './stream-message.ts'

/** A socket that carries nothing for so many rounds is let go. */
const MOST_IDLE_ROUNDS = 2

/**
 * Carries event streams over one socket. Each is a request like any other, with the same answer:
 * who may hear what, resuming and ending are the endpoint's affair. What a slow reader has not
 * taken waits in the stream itself, which cuts off who lags too far behind.
 */
export function carryStreams(
  guest: Guest,
  lake: LakeContext,
  fetch: (request: Request) => Promise<Response>,
): Visit {
  const open = new Map<number, AbortController>()
  let idleRounds = 0
  const tell = (answer: StreamAnswer) => guest.send(JSON.stringify(answer))

  const carry = async (id: number, request: Request) => {
    const response = await fetch(request)
    await tell({ kind: 'head', id, status: response.status, headers: headersOf(response) })
    const decoder = new TextDecoder()
    for await (const chunk of response.body ?? []) {
      if (request.signal.aborted) return
      await tell({ kind: 'chunk', id, text: decoder.decode(chunk, { stream: true }) })
    }
  }

  const begin = async ({ id, path, authorization, lastEventId }: Opening) => {
    if (open.has(id)) return guest.close(CLOSING.misbehaved, 'The number is taken')
    if (open.size >= LIMITS.streamsPerSocket) {
      await tell({ kind: 'head', id, status: 429, headers: {} })
      return void (await tell({ kind: 'end', id }))
    }
    const aborter = new AbortController()
    open.set(id, aborter)
    // Only for the limits of sockets: the endpoint finds out itself who asks, and answers if it is nobody.
    if (authorization !== undefined || !guest.identity()) await guest.signIn(authorization)
    const headers = new Headers(guest.headers)
    if (authorization !== undefined) headers.set('authorization', authorization)
    if (lastEventId !== undefined) headers.set('last-event-id', lastEventId)
    const { signal } = aborter
    const request = new Request(new URL(path, lake.origin), { headers, signal })
    void carry(id, request)
      .catch((cause: unknown) => {
        if (!signal.aborted) lake.onFailure(new LakeBug('a stream was not carried on', { cause }))
      })
      .finally(() => {
        if (open.get(id) === aborter) open.delete(id)
        if (!signal.aborted) void tell({ kind: 'end', id })
      })
  }

  return {
    async hear(text) {
      const asked = read(text)
      if (!asked) return guest.close(CLOSING.misbehaved, 'Not understood')
      if (asked.kind === 'open') return begin(asked)
      open.get(asked.id)?.abort()
      open.delete(asked.id)
    },
    round() {
      idleRounds = open.size > 0 ? 0 : idleRounds + 1
      if (idleRounds > MOST_IDLE_ROUNDS) guest.close(CLOSING.goodbye, 'Nothing to carry')
    },
    left() {
      for (const aborter of open.values()) aborter.abort()
      open.clear()
    },
  }
}

type Opening = Extract<StreamRequest, { kind: 'open' }>

function read(text: string): StreamRequest | undefined {
  try {
    return streamRequest.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

function headersOf({ headers }: Response): Record<string, string> {
  const contentType = headers.get('content-type')
  return contentType === null ? {} : { 'content-type': contentType }
}
