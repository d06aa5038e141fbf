import fc from 'fast-check'
import { SENDERS, type Sender } from './fuzz-request.ts'
import { fuzzJson, fuzzName, fuzzQuery, fuzzText } from './fuzz-values.ts'

/** One visit to a web socket: who comes, through which door, and what they send one after the other. */
export interface FuzzVisit {
  as: Sender
  path: string
  frames: (string | Buffer)[]
}

const small = fc.nat(6).map(String)

const rpc = fc
  .record({
    id: fc.oneof({ weight: 6, arbitrary: small }, { weight: 1, arbitrary: fuzzJson }),
    method: fc.constantFrom(
      'authorization',
      'presence_subscribe',
      'presence_unsubscribe',
      'presence_announce',
      'presence_rollcall',
      'presence_disconnect',
      'toString',
    ),
    params: fc.oneof(
      fc.record({ session: fuzzName }),
      fc.record({ subscriptionId: fuzzName }),
      fc.record({ authorization: fuzzText }),
      fc.record({
        data: fc.record({
          sessionId: small,
          locations: fc.array(
            fc.record({
              type: fc.constant('document'),
              documentId: fc.oneof(fuzzName, fc.constant('drafts.fuzz.1')),
              path: fc.array(fc.oneof(small, fc.record({ _key: small })), { maxLength: 3 }),
              lastActiveAt: fc.constantFrom('2026-01-01T00:00:00Z', 'now'),
              selection: fuzzJson,
            }),
            { maxLength: 3 },
          ),
        }),
      }),
      fuzzJson,
    ),
  })
  .map((request) => JSON.stringify({ jsonrpc: '2.0', ...request }))

const stream = fc
  .record({
    kind: fc.constantFrom('open', 'open', 'open', 'close', 'head'),
    id: fc.oneof({ weight: 8, arbitrary: fc.nat(5) }, { weight: 1, arbitrary: fuzzJson }),
    door: fc.constantFrom('listen/production', 'live/events/production', 'query/production', '..'),
    query: fuzzQuery,
    rest: fc.constantFrom('', '&includeResult=true&effectFormat=mendoza', '&visibility=query'),
    lastEventId: fc.option(fuzzName, { nil: undefined }),
  })
  .map(({ kind, id, door, query, rest, lastEventId }) =>
    JSON.stringify(
      kind === 'open'
        ? {
            kind,
            id,
            path: `/lake/v2025-02-19/data/${door}?query=${encodeURIComponent(query)}${rest}`,
            ...(lastEventId !== undefined && { lastEventId }),
          }
        : { kind, id },
    ),
  )

const raw = fc.oneof(
  fuzzText,
  fuzzJson.map((value) => JSON.stringify(value)),
  fc.uint8Array({ maxLength: 512 }).map((bytes) => Buffer.from(bytes)),
  fc.constant('['.repeat(200_000)),
)

/** Visits that speak the language of the door, nearly, and some that do not. */
export const fuzzVisit: fc.Arbitrary<FuzzVisit> = fc
  .constantFrom(
    { path: '/lake/v1/socket/production', frame: rpc },
    { path: '/lake/v1/streams/production', frame: stream },
    { path: '/lake/v1/streams/elsewhere', frame: raw },
  )
  .chain(({ path, frame }) =>
    fc.record({
      as: fc.constantFrom(...SENDERS),
      path: fc.constant(path),
      frames: fc.array(fc.oneof({ weight: 9, arbitrary: frame }, { weight: 1, arbitrary: raw }), {
        minLength: 1,
        maxLength: 12,
      }),
    }),
  )
