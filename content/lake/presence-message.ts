import { z } from 'zod'
import { LIMITS } from './limits.ts'

/*
 * JSON-RPC as `@sanity/bifur-client` speaks it. Every message has its own `id`, that the answer
 * bears; the only thing that is not an answer is `presence_subscription`.
 */

const id = z.string().min(1).max(128)
const segment = z.union([
  z.string().max(256),
  z.number().int(),
  z.object({ _key: z.string().max(256) }),
  z.tuple([z.union([z.number(), z.literal('')]), z.union([z.number(), z.literal('')])]),
])

/** Where somebody is in a document. */
const location = z.object({
  type: z.literal('document'),
  documentId: id,
  path: z.array(segment).max(64),
  lastActiveAt: z.iso.datetime(),
  selection: z.unknown().optional(),
})

/** What a session says of itself. */
const state = z.object({
  sessionId: id,
  locations: z.array(location).max(LIMITS.presenceLocations),
})

/** What everything has that can be answered. */
export const presenceEnvelope = z.object({
  jsonrpc: z.literal('2.0'),
  id,
  method: z.string().max(64),
})

/** What we understand, by its method. */
export const presenceRequest = z.discriminatedUnion('method', [
  z.object({
    method: z.literal('authorization'),
    params: z.object({ authorization: z.string().max(4096) }),
  }),
  z.object({ method: z.literal('presence_subscribe') }),
  z.object({
    method: z.literal('presence_unsubscribe'),
    params: z.object({ subscriptionId: id }),
  }),
  z.object({ method: z.literal('presence_announce'), params: z.object({ data: state }) }),
  z.object({ method: z.literal('presence_rollcall'), params: z.object({ session: id }) }),
  z.object({ method: z.literal('presence_disconnect'), params: z.object({ session: id }) }),
])

/** One understood request. */
export type PresenceRequest = z.infer<typeof presenceRequest>

/** What a session says of itself. */
export type PresenceState = z.infer<typeof state>

/** What the others are told; `i` is who did it, by our own knowledge. */
export type PresenceEvent =
  | { type: 'state'; i: string; m: PresenceState }
  | { type: 'rollCall'; i: string; session: string }
  | { type: 'disconnect'; i: string; m: { session: string } }

/** Codes of errors, of JSON-RPC and of bifur. */
export const RPC_ERROR = {
  unparsable: -32700,
  unknownMethod: -32601,
  invalid: -32602,
  unauthorized: 4001,
} as const
