import { NAMES, type Person } from './rights-lake.ts'

/** How much of a document somebody is given. */
export type Seen = 'whole' | 'part' | 'hidden'
type Row = Record<'anonymous' | 'operatorOfA' | 'staffOfA' | 'editorOfAll', Seen>

const row = (anonymous: Seen, operatorOfA: Seen, staffOfA: Seen, editorOfAll: Seen): Row => ({
  anonymous,
  operatorOfA,
  staffOfA,
  editorOfAll,
})

/** Who sees what of each kind of document, whatever the address. */
export const SEEN: Record<string, Row> = {
  'line-a': row('part', 'part', 'whole', 'whole'),
  'drafts.line-a': row('hidden', 'hidden', 'whole', 'whole'),
  'versions.spring.line-a': row('hidden', 'hidden', 'whole', 'whole'),
  'line-b': row('part', 'part', 'part', 'whole'),
  'drafts.line-b': row('hidden', 'hidden', 'hidden', 'whole'),
  'versions.spring.line-b': row('hidden', 'hidden', 'hidden', 'whole'),
  hall: row('part', 'part', 'whole', 'whole'),
  'stall-a': row('hidden', 'part', 'whole', 'whole'),
  'stall-b': row('hidden', 'hidden', 'part', 'whole'),
  campaign: row('part', 'whole', 'whole', 'whole'),
  message: row('part', 'part', 'whole', 'whole'),
  'drafts.message': row('hidden', 'hidden', 'whole', 'whole'),
  piece: row('hidden', 'whole', 'whole', 'whole'),
  guide: row('hidden', 'hidden', 'whole', 'whole'),
  'image-a': row('hidden', 'part', 'whole', 'whole'),
  memo: row('hidden', 'hidden', 'whole', 'whole'),
  '_.lock': row('hidden', 'hidden', 'hidden', 'whole'),
  group: row('hidden', 'hidden', 'hidden', 'whole'),
}

/** What the table says; undefined where it does not name the document. */
export function seenBy(person: Person, id: string): Seen | undefined {
  const expected = SEEN[id]
  if (person === 'anonymous' || person === 'operatorOfA') return expected?.[person]
  return person.endsWith('OfAll') ? expected?.editorOfAll : expected?.staffOfA
}

/** Everybody with every document. */
export const READERS = NAMES.flatMap((person) => Object.keys(SEEN).map((id) => ({ person, id })))
/** Whether somebody is shown any history at all. */
export const hasHistory = (person: Person) => person !== 'anonymous' && person !== 'operatorOfA'

/** Every address of the lake, and which test of `role-table.test.ts` or `role-table-writes.test.ts` holds it to the rights. */
export const ROUTES: Record<string, string> = {
  'GET data/query/:dataset': 'query',
  'POST data/query/:dataset': 'query by POST',
  'GET data/doc/:dataset/:ids': 'doc',
  'POST data/mutate/:dataset': 'writes',
  'POST data/actions/:dataset': 'writes',
  'GET data/listen/:dataset': 'listen',
  'GET data/history/:dataset/transactions': 'history without ids',
  'GET data/history/:dataset/transactions/:ids': 'history of transactions',
  'GET data/history/:dataset/documents/:ids': 'history of documents',
  'GET data/history/:dataset/events/documents/:id': 'history of events',
  'GET data/references/:dataset/documents/:id/to': 'references',
  'GET data/export/:dataset': 'export',
  'GET data/live/events/:dataset': 'live events',
  'GET users/me': 'people',
  'GET users/me/keyvalue/:keys': 'people',
  'PUT users/me/keyvalue': 'people',
  'GET users/:ids': 'people',
  'GET access/requests/me': 'house',
  'GET datasets': 'house',
  'GET features': 'house',
  'GET help': 'house',
  'GET intake/telemetry-status': 'house',
  'GET journey/announcements': 'house',
  'GET journey/trial': 'house',
  'GET journey/:offer': 'house',
  'GET media-libraries': 'house',
  'GET projects': 'house',
  'GET projects/:project': 'house',
  'GET projects/:project/datasets': 'house',
  'GET projects/:project/datasets/:dataset/acl': 'house',
  'GET projects/:project/datasets/:dataset/settings/indexing': 'house',
  'GET projects/:project/grants': 'house',
  'GET projects/:project/roles': 'house',
  'GET projects/:project/user-applications': 'house',
  'GET schedules/:project/:dataset': 'house',
  'GET subscriptions/project/:project': 'house',
  'GET ping': 'open',
  'GET data/ping/:dataset': 'open',
  'GET check/cors': 'open',
  'GET audit/:dataset': 'for who may manage',
  'GET backup/:dataset': 'for who may manage',
  'POST assets/images/:dataset': 'uploads',
  'POST assets/files/:dataset': 'uploads',
  // Bytes are for everybody who knows their name.
  'GET images/:project/:dataset/:name/:shownName?': 'bytes',
  'GET files/:project/:dataset/:name/:shownName?': 'bytes',
}

/** Addresses that tell of single documents. */
export const READS: Record<
  string,
  { path: (id: string) => string; body?: (id: string) => unknown }
> = {
  query: {
    path: (id) => `v1/data/query/production?${query('*[_id == $id][0]', id)}`,
  },
  'query by POST': {
    path: () => 'v2025-02-19/data/query/production?perspective=raw',
    body: (id) => ({ query: '*[_id == $id][0]', params: { id } }),
  },
  doc: { path: (id) => `v1/data/doc/production/${id}` },
  'history of documents': {
    path: (id) => `v1/data/history/production/documents/${id}?lastRevision=true`,
  },
}

/** The search of an address that asks `words` of everything stored. */
export function query(words: string, id?: string): string {
  return new URLSearchParams({
    query: words,
    ...(id !== undefined && { $id: JSON.stringify(id) }),
  }).toString()
}
