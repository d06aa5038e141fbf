import fc from 'fast-check'
import { fuzzJson, fuzzName, fuzzQuery, fuzzText } from './fuzz-values.ts'

type Door = { method: string; path: string; body?: keyof typeof BODIES; often?: number }

const version = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom('v1', 'v2021-03-25', 'v2025-02-19', 'vX') },
  { weight: 1, arbitrary: fc.constantFrom('v2', 'v2025-13-45', 'v') },
)

// `@` is a name that may or may not be there, `:` the version.
const DOORS: readonly Door[] = [
  { method: 'GET', path: '/lake/:/data/query/production', often: 12 },
  { method: 'POST', path: '/lake/:/data/query/production', body: 'query', often: 8 },
  { method: 'GET', path: '/lake/:/data/doc/production/@', often: 3 },
  { method: 'POST', path: '/lake/:/data/mutate/production', body: 'mutations', often: 12 },
  { method: 'POST', path: '/lake/:/data/actions/production', body: 'actions', often: 8 },
  { method: 'GET', path: '/lake/:/data/listen/production', often: 3 },
  { method: 'GET', path: '/lake/:/data/live/events/production', often: 2 },
  { method: 'GET', path: '/lake/:/data/export/production' },
  { method: 'GET', path: '/lake/:/data/history/production/transactions' },
  { method: 'GET', path: '/lake/:/data/history/production/transactions/@', often: 3 },
  { method: 'GET', path: '/lake/:/data/history/production/documents/@', often: 3 },
  { method: 'GET', path: '/lake/:/data/history/production/events/documents/@', often: 3 },
  { method: 'GET', path: '/lake/:/data/references/production/documents/@/to', often: 2 },
  { method: 'POST', path: '/lake/:/assets/images/production', body: 'any' },
  { method: 'POST', path: '/lake/:/assets/files/production', body: 'any' },
  { method: 'GET', path: '/lake/:/audit/production' },
  { method: 'GET', path: '/lake/:/users/me' },
  { method: 'GET', path: '/lake/:/users/@' },
  { method: 'PUT', path: '/lake/:/users/me/keyvalue', body: 'keyValues', often: 2 },
  { method: 'GET', path: '/lake/:/users/me/keyvalue/@' },
  { method: 'GET', path: '/lake/:/projects/waymark' },
  { method: 'GET', path: '/lake/:/projects/waymark/grants' },
  { method: 'GET', path: '/lake/:/projects/waymark/datasets' },
  { method: 'GET', path: '/lake/:/projects/waymark/datasets/production/acl' },
  { method: 'GET', path: '/lake/:/@/@/@' },
  { method: 'GET', path: '/lake/:/auth/providers' },
  { method: 'POST', path: '/lake/:/auth/logout', body: 'any' },
  { method: 'GET', path: '/lake/:/socket/production' },
  { method: 'GET', path: '/lake/images/waymark/production/@' },
  { method: 'GET', path: '/lake/files/waymark/production/@' },
  { method: 'GET', path: '/en/@' },
  { method: 'GET', path: '/@/centralia-station' },
  { method: 'GET', path: '/Q/@' },
  { method: 'GET', path: '/Q/DEMO01/@' },
  { method: 'GET', path: '/posters/@' },
  { method: 'GET', path: '/screen/releases/@.json' },
  { method: 'GET', path: '/screen/blobs/@' },
  { method: 'GET', path: '/login' },
  { method: 'POST', path: '/login', body: 'sign-in' },
  { method: 'POST', path: '/login/@/@', body: 'sign-in' },
  { method: 'GET', path: '/login/@/@' },
  { method: 'GET', path: '/account' },
  { method: 'POST', path: '/account/@', body: 'sign-in' },
  { method: 'POST', path: '/api/auth/sign-in/email', body: 'sign-in' },
  { method: 'POST', path: '/api/auth/@/@', body: 'any' },
  { method: 'GET', path: '/api/auth/@' },
  { method: 'GET', path: '/studio/@/@' },
  { method: 'GET', path: '/api/desk/@' },
  { method: 'POST', path: '/api/desk/@', body: 'desk' },
  ...['me', 'facts', 'refusals', 'reach', 'followed', 'review-links'].map((tool) => ({
    method: 'GET',
    path: `/api/desk/${tool}`,
    often: 2,
  })),
  ...['verify', 'confirm', 'withdraw', 'restore', 'hours', 'glyphs', 'previews'].map((tool) => ({
    ...{ method: 'POST', path: `/api/desk/${tool}`, often: 2 },
    body: 'desk' as const,
  })),
  { method: 'POST', path: '/api/desk/review-links', body: 'desk' },
  { method: 'POST', path: '/api/desk/review-links/revoke', body: 'desk' },
  { method: 'GET', path: '/review/@' },
  { method: 'GET', path: '/review/@/audio/@' },
  { method: 'POST', path: '/review/@/@', body: 'any' },
  { method: 'GET', path: '/preview/@/@' },
  { method: 'GET', path: '/preview/@.@/page' },
  { method: 'GET', path: '/withdraw/@' },
  { method: 'GET', path: '/withdraw/@/followers' },
  { method: 'POST', path: '/withdraw/@', body: 'any' },
  { method: 'POST', path: '/screen/events/centralia-station', body: 'report' },
  { method: 'POST', path: '/screen/events/@', body: 'report' },
  { method: 'GET', path: '/healthz' },
  { method: 'GET', path: '/@/@' },
]

const word = fc.oneof({ weight: 5, arbitrary: fuzzName }, { weight: 1, arbitrary: fuzzText })

const pair = (name: string, value: string): readonly [string, string] => [name, value]

const parameter: fc.Arbitrary<readonly [string, string]> = fc.oneof(
  fuzzQuery.map((query) => pair('query', query)),
  fc
    .tuple(
      fc.constantFrom('$p', '$q', 'perspective', 'limit', 'reverse', 'revision', 'time', 'tag'),
      fc.oneof(
        fuzzJson.map((value) => JSON.stringify(value)),
        fuzzText,
      ),
    )
    .map(([name, value]) => pair(name, value)),
  fc
    .tuple(
      fc.constantFrom('w', 'h', 'rect', 'fm', 'q', 'dpr', 'fit', 'crop', 'blur', 'size', 'lang'),
      fc.oneof(fc.integer({ min: -5, max: 900 }).map(String), fuzzText),
    )
    .map(([name, value]) => pair(name, value)),
  fc.constantFrom<[string, string][]>(
    ['returnDocuments', 'true'],
    ['dryRun', 'true'],
    ['includeResult', 'true'],
    ['effectFormat', 'mendoza'],
    ['includeAllVersions', 'true'],
    ['excludeContent', 'true'],
    ['includeDrafts', 'true'],
  ),
)

const fuzzId = fc.oneof(
  fuzzName,
  fc.nat(40).map((n) => `drafts.fuzz.${n}`),
)
const fuzzPath = fc.constantFrom(
  'a',
  'a.b',
  'a[0]',
  'a[_key=="x"]',
  'a[-1]',
  'a..b',
  '[',
  'a[1:3]',
  '_id',
  '',
)
const selection = fc.oneof(
  fuzzId.map((id) => ({ id })),
  fuzzQuery.map((query) => ({ query, params: { p: 'a' } })),
)
const document = fc
  .tuple(fuzzId, fc.constantFrom('fuzz', 'helpline', 'place', '', 'system.group'), fuzzJson)
  .map(([_id, _type, value]) => ({ _id, _type, a: value }))
const operations = fc.record(
  {
    set: fc.dictionary(fuzzPath, fuzzJson, { maxKeys: 2 }),
    setIfMissing: fc.dictionary(fuzzPath, fuzzJson, { maxKeys: 2 }),
    unset: fc.array(fuzzPath, { maxLength: 2 }),
    inc: fc.dictionary(fuzzPath, fc.double(), { maxKeys: 2 }),
    insert: fc.record({ after: fuzzPath, items: fc.array(fuzzJson, { maxLength: 3 }) }),
    diffMatchPatch: fc.dictionary(fuzzPath, fc.constantFrom('@@ -1,3 +1,4 @@\n a', '@@', 'x'), {
      maxKeys: 2,
    }),
    ifRevisionID: fuzzName,
  },
  { requiredKeys: [] },
)
const mutation = fc.oneof(
  document.map((value) => ({ create: value })),
  document.map((value) => ({ createOrReplace: value })),
  document.map((value) => ({ createIfNotExists: value })),
  selection.map((value) => ({ delete: value })),
  fc.tuple(selection, operations).map(([chosen, done]) => ({ patch: { ...chosen, ...done } })),
  fuzzJson,
)
const action = fc
  .tuple(
    fc.constantFrom(
      'create',
      'edit',
      'publish',
      'unpublish',
      'discard',
      'delete',
      'replaceDraft',
      'version.create',
      'nonsense',
    ),
    fc.oneof(
      { weight: 4, arbitrary: fc.nat(40).map((n) => `fuzz.${n}`) },
      { weight: 1, arbitrary: fuzzName },
    ),
    document,
    operations,
  )
  .map(([name, id, { _type, a }, patch]) => ({
    actionType: `sanity.action.document.${name}`,
    publishedId: id,
    draftId: `drafts.${id}`,
    ...(name === 'edit' ? { patch } : {}),
    ...(/create|replace/.test(name) ? { attributes: { _id: `drafts.${id}`, _type, a } } : {}),
  }))

const BODIES = {
  query: fc.record({ query: fuzzQuery, params: fc.constant({ p: 'a' }) }),
  mutations: fc.record({ mutations: fc.array(mutation, { maxLength: 4 }) }),
  actions: fc.record({ actions: fc.array(action, { minLength: 1, maxLength: 3 }) }),
  keyValues: fc.array(fc.record({ key: fuzzName, value: fuzzJson }), { maxLength: 3 }),
  desk: fc.record(
    {
      id: fuzzName,
      rev: fuzzName,
      version: fc.constantFrom('draft', 'published', 'versions'),
      method: fc.constantFrom('called', 'website', 'guessed'),
      sourceUrl: fuzzText,
      languages: fc.array(fuzzText, { maxLength: 3 }),
      reason: fuzzText,
      osm: fuzzText,
      zone: fc.constantFrom('Europe/Rome', 'Mars/Olympus', 'x'),
      country: fc.constantFrom('IT', 'XA', '', 'zz'),
      text: fuzzText,
      font: fuzzText,
      documentIds: fc.array(fuzzName, { maxLength: 3 }),
      language: fuzzText,
      days: fc.integer({ min: -2, max: 99 }),
    },
    { requiredKeys: ['id'] },
  ),
  report: fc.record({ stream: fuzzText, counter: fc.oneof(fc.integer(), fc.double()) }),
  'sign-in': fc.record({ email: fuzzText, password: fuzzText, code: fuzzText }),
  any: fuzzJson,
} as const

/** An address that is there, the method and nearly the body that it takes, and names that may not be there. */
export const knownDoor: fc.Arbitrary<{ method: string; path: string; body: unknown }> = fc
  .oneof(...DOORS.map((door) => ({ weight: door.often ?? 1, arbitrary: fc.constant(door) })))
  .chain((door) =>
    fc
      .record({
        v: version,
        words: fc.array(word, { minLength: 3, maxLength: 3 }),
        parameters: fc.array(parameter, { maxLength: 2 }),
        body: fc.oneof(
          { weight: 8, arbitrary: BODIES[door.body ?? 'any'] },
          { weight: 1, arbitrary: fuzzJson },
        ),
      })
      .map(({ v, words: [...left], parameters, body }) => {
        const named = door.path.replaceAll('@', () => encodeURIComponent(left.shift() ?? 'x'))
        const address = new URLSearchParams(
          parameters.map(([name, value]) => [name, value]),
        ).toString()
        const path = named.replace(':', v) + (address ? `?${address}` : '')
        return { method: door.method, path, body }
      }),
  )
