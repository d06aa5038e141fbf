import fc from 'fast-check'
import { fuzzJson, fuzzName, fuzzText } from './fuzz-values.ts'
import { knownDoor } from './known-doors.ts'

/** Whose credentials a request bears: a token's role, an editor's cookie (`author`), nobody's, or something that looks like one. */
export const SENDERS = [
  ...(['administrator', 'editor', 'operator', 'viewer', 'author', 'nobody', 'liar'] as const),
] as const

/** @see {@link SENDERS} */
export type Sender = (typeof SENDERS)[number]

/** One request as it goes over the wire. */
export interface FuzzRequest {
  as: Sender
  method: string
  path: string
  headers: Record<string, string>
  body?: Buffer
}

const anyMethod = fc.constantFrom(
  'GET',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'HEAD',
  'OPTIONS',
  'PROPFIND',
)

const oddHeaders = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.record(
      {
        'content-type': fc.constantFrom('text/plain', 'application/x-ndjson', 'image/png', 'x', ''),
        'content-encoding': fc.constantFrom('gzip', 'br', 'nonsense'),
        'last-event-id': fc.oneof(fuzzName, fc.constantFrom('a#b', '#', 'null', '-1')),
        accept: fc.constantFrom('*/*', 'text/event-stream', 'image/avif', 'q=;;,'),
        'accept-language': fc.constantFrom('ti', 'ar;q=0', '*;q=9', 'xx-'.repeat(60)),
        range: fc.constantFrom('bytes=0-0', 'bytes=-1', 'bytes=9-1', 'bytes=a-b', 'lines=1-2'),
        origin: fc.constantFrom('null', 'http://evil.invalid', 'http://127.0.0.1'),
        cookie: fuzzName.map((name) => `better-auth.session_token=${name}; ${name}`),
        'x-forwarded-for': fc.constantFrom('127.0.0.1', '::1', ','),
        'x-forwarded-proto': fc.constantFrom('https', 'gopher'),
        'if-none-match': fc.constantFrom('*', '"x"', 'W/'),
        host: fc.constantFrom('evil.invalid', 'localhost:1', 'x'),
      },
      { requiredKeys: [] },
    ),
  },
)

const rawPath = fc
  .array(
    fc.oneof(fuzzName, fuzzText.map(encodeURIComponent), fc.constantFrom('..', '%00', '%', '//')),
  )
  .map((parts) => `/${parts.join('/')}`)

const rawBody = fc.oneof(
  fc.uint8Array({ maxLength: 4096 }).map((bytes) => Buffer.from(bytes)),
  fuzzText.map((text) => Buffer.from(text)),
  fc.nat(200_000).map((length) => Buffer.alloc(length, '[')),
)

const json = (value: unknown) => Buffer.from(JSON.stringify(value) ?? '')

/** Requests that know the addresses and shapes, and break some of them. */
const aware: fc.Arbitrary<FuzzRequest> = fc
  .record({
    as: fc.constantFrom(...SENDERS),
    door: knownDoor,
    other: fc.oneof(
      { weight: 12, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: anyMethod },
    ),
    odd: oddHeaders,
  })
  .map(({ as, door, other, odd }) => {
    const method = other ?? door.method
    const hasBody = method !== 'GET' && method !== 'HEAD'
    const headers = { 'content-type': 'application/json', ...odd }
    return { as, method, path: door.path, headers, ...(hasBody && { body: json(door.body) }) }
  })

/** Requests that know nothing but, some of them, where to go. */
const raw: fc.Arbitrary<FuzzRequest> = fc.record({
  as: fc.constantFrom(...SENDERS),
  method: anyMethod,
  path: fc.oneof(
    rawPath,
    knownDoor.map(({ path }) => path),
  ),
  headers: oddHeaders,
  body: rawBody,
})

/** A request that does what it is meant to, of an editor who knows how. */
const rightful: fc.Arbitrary<FuzzRequest> = fc.tuple(fc.nat(40), fuzzJson).map(([n, value]) => ({
  as: 'editor',
  method: 'POST',
  path: '/lake/v2025-02-19/data/mutate/production',
  headers: { 'content-type': 'application/json' },
  body: json({
    mutations: [{ createOrReplace: { _id: `drafts.fuzz.${n}`, _type: 'fuzz', value } }],
  }),
}))

/** Any request. About three quarters know the addresses. */
export const fuzzRequest: fc.Arbitrary<FuzzRequest> = fc.oneof(
  { weight: 8, arbitrary: aware },
  { weight: 3, arbitrary: raw },
  { weight: 1, arbitrary: rightful },
)
