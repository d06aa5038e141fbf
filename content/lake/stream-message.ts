import { z } from 'zod'

/*
 * Event streams over one web socket: requests for streams go one way, their answers the other,
 * all as JSON, each with the number that the browser gave the stream.
 *
 *   -> {kind: 'open', id, path, authorization?, lastEventId?}    path with its query, as in a request
 *   -> {kind: 'close', id}
 *   <- {kind: 'head', id, status, headers}
 *   <- {kind: 'chunk', id, text}                                 a part of the body
 *   <- {kind: 'end', id}
 *
 * The browser's half, `studio/stream-message.ts`, has the same shapes.
 */

const id = z.number().int().nonnegative()

/** What may be asked for: the event streams, nothing else. */
const STREAM_PATH = /^\/lake\/v[^/?#]+\/data\/(?:listen|live\/events)\/[^/?#]+(?:\?[^#]*)?$/

/** What a browser sends. */
export const streamRequest = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('open'),
    id,
    path: z.string().regex(STREAM_PATH),
    authorization: z.string().max(4096).optional(),
    lastEventId: z.string().max(512).optional(),
  }),
  z.strictObject({ kind: z.literal('close'), id }),
])

/** One understood request. */
export type StreamRequest = z.infer<typeof streamRequest>

/** What a browser is sent. */
export type StreamAnswer =
  | { kind: 'head'; id: number; status: number; headers: Record<string, string> }
  | { kind: 'chunk'; id: number; text: string }
  | { kind: 'end'; id: number }
