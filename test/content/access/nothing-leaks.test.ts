import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../../long.ts'
import { DOCUMENTS } from './rights-documents.ts'
import { asker, openRightsLake, writeAll } from './rights-lake.ts'

/*
 * Two lakes that differ only in what is not for everybody have to give an anonymous reader the same
 * answers, whatever is asked: then nothing of it can be learnt.
 */

type Document = Record<string, unknown>

const word = fc.constantFrom('Secret', 'Ann', 'zebra', 'hall', '')
const reference = fc
  .constantFrom('hall', 'line-a', 'message', 'org-a', 'stall-a')
  .map((_ref) => ({ _type: 'reference', _ref, _weak: true }))

/** What is hidden of a lake: documents, and parts of those that everybody sees. */
interface Hidden {
  note: string | undefined
  verifiedBy: string
  /** What reviewers and staff said, with the names of both. */
  workings: boolean
  approvedBy: string
  textInWork: string
  places: unknown[]
  unapproved: boolean
  documents: { _id: string; words: string; n: number; to: unknown }[]
}

const hidden: fc.Arbitrary<Hidden> = fc.record({
  note: fc.option(word, { nil: undefined }),
  verifiedBy: word,
  workings: fc.boolean(),
  approvedBy: word,
  textInWork: word,
  places: fc.array(reference, { maxLength: 2 }),
  unapproved: fc.boolean(),
  documents: fc.uniqueArray(
    fc.record({
      _id: fc.constantFrom(
        ...['drafts.line-a', 'drafts.hall', 'drafts.new', 'versions.spring.message', 'stall-a'],
        ...['guides', 'versions.spring.interface-en'],
        ...['piece', 'memo', 'image-x', 'guide', 'group', '_.lock'],
      ),
      words: word,
      n: fc.integer({ min: -3, max: 3 }),
      to: reference,
    }),
    { selector: ({ _id }) => _id, maxLength: 8 },
  ),
})

const TYPES: Record<string, string> = {
  'stall-a': 'place',
  piece: 'placement',
  'image-x': 'sanity.imageAsset',
  guide: 'guide',
  group: 'system.group',
  'versions.spring.interface-en': 'interfaceText',
  guides: 'translation.metadata',
  'drafts.line-a': 'helpline',
  'drafts.hall': 'place',
  'drafts.new': 'place',
  'versions.spring.message': 'message',
}

function withHidden(document: Document, secrets: Hidden): Document {
  const value = {
    text: secrets.textInWork,
    origin: 'human',
    sourceHash: secrets.textInWork,
    approved: { text: 'Out', approvedOn: '2026-01-01', approvedBy: secrets.approvedBy },
  }
  const words = [
    { _key: 'en', language: 'en', value },
    ...(secrets.unapproved
      ? [{ _key: 'fr', language: 'fr', value: { text: secrets.textInWork, origin: 'human' } }]
      : []),
  ]
  const workings = secrets.workings ? workingsOf(secrets) : {}
  switch (document['_type']) {
    case 'helpline':
      return {
        ...document,
        ...workings,
        note: secrets.note,
        whatHappens: words,
        verification: {
          verifiedOn: '2026-01-01',
          verifiedBy: secrets.verifiedBy,
          method: 'called',
          ...(secrets.workings && { checkedAt: '2026-01-01T00:00:00Z', secondPerson: 'Ann' }),
        },
      }
    case 'message':
      return { ...document, ...workings, heading: words, secret: secrets.note }
    case 'interfaceText':
      return { ...document, strings: stringsOf(words, secrets) }
    case 'campaign':
      return { ...document, places: secrets.places }
    default:
      return document
  }
}

/** Words on buttons: one that is let out, one that is not. */
function stringsOf([out]: { value: unknown }[], { unapproved, textInWork }: Hidden): unknown[] {
  const inWork = { text: textInWork, origin: 'human', sourceHash: textInWork }
  return [
    { _key: 'a', key: 'site.title', value: out?.value },
    ...(unapproved ? [{ _key: 'b', key: 'site.home', value: inWork }] : []),
  ]
}

/** What only staff see of a document, one of each kind. */
function workingsOf({ verifiedBy, textInWork, approvedBy }: Hidden): Document {
  const file = { _type: 'file', asset: { _type: 'reference', _ref: 'stall-a', _weak: true } }
  const review = { _key: 'r', verdict: 'wrong', note: file, on: '2026-01-01' }
  const rejected = { rejectedOn: '2026-01-01', rejectedBy: approvedBy, reason: textInWork }
  const recording = { field: 'heading', language: 'fr', file, sourceHash: textInWork }
  return {
    pendingVerification: { verifiedOn: '2026-01-01', verifiedBy, method: 'called' },
    textReviews: [{ ...review, field: 'heading', language: 'fr', textHash: textInWork }],
    audio: [
      { _key: 'a', ...recording, recordedBy: verifiedBy, reviews: [review] },
      { _key: 'b', ...recording, approvedBy, rejected },
    ],
  }
}

const VISIBLE = ['org-a', 'line-a', 'line-b', 'hall', 'message', 'campaign', 'interface-en']

function documentsOf(secrets: Hidden): Document[] {
  const visible = DOCUMENTS.filter(({ _id }) => VISIBLE.includes(_id))
  return [
    ...visible.map((document) => withHidden(document, secrets)),
    withHidden({ _id: 'interface-en', _type: 'interfaceText', language: 'en' }, secrets),
    // Points to what may or may not be there.
    {
      _id: 'org-b',
      _type: 'organization',
      logo: ['stall-a', 'memo', 'drafts.hall'].map((_ref) => ({ _ref, _weak: true, _key: _ref })),
    },
    ...secrets.documents.map(({ _id, words, n, to }) => ({
      ...{ _id, _type: TYPES[_id] ?? 'memo', listed: false, note: words },
      ...{ name: words, n, to, organization: to, audience: words },
    })),
  ]
}

const internal = fc.constantFrom(
  ...['note', 'verification.verifiedBy', 'verification.method', 'whatHappens[0].value.text'],
  ...['whatHappens[0].value.approved.approvedBy', 'heading[0].value.sourceHash', 'secret', 'n'],
  ...[
    'places[0]._ref',
    'pendingVerification.verifiedBy',
    'verification.checkedAt',
    'textReviews[0].verdict',
    'audio[0].recordedBy',
    'audio[].reviews[].verdict',
    'audio[1].rejected.reason',
    'strings[0].value.text',
    'strings[1].key',
    'whatHappens[1].value.text',
    'name',
    'audience',
    'to->note',
    '_type',
    '_rev',
  ],
)
const condition = fc.oneof(
  internal.map((path) => `defined(${path})`),
  fc.tuple(internal, word).map(([path, text]) => `${path} match "${text}*"`),
  fc.tuple(internal, word).map(([path, text]) => `${path} == "${text}"`),
  fc.tuple(internal, word).map(([path, text]) => `string::startsWith(lower(${path}), "${text}")`),
  fc.tuple(internal, fc.integer({ min: -2, max: 2 })).map(([path, n]) => `${path} > ${n}`),
  word.map((text) => `[note, name, @] match text::query("${text || 'x'}")`),
  word.map((text) => `@ match text::query("${text || 'x'}")`),
  fc.constantFrom(
    ...['_id in path("drafts.**")', '_id in path("versions.**")', '_id in path("*")', 'true'],
    ...['references("stall-a")', 'references("hall")', 'references("org-a")', '_id > "drafts"'],
    ...['references(*[_type == "place"]._id)', '_id in *[].logo[]._ref', 'references(^._id)'],
    ...['count(*[references(^._id)]) > 1', '_type in ["memo", "placement", "place", "message"]'],
    ...['_id == "stall-a"', '_id in ["memo", "guide", "line-a"]', 'listed != true'],
    ...['count(*[note == ^.note]) > 1', '_type == "place"', '_originalId match "drafts*"'],
  ),
)
const filter = fc
  .array(condition, { minLength: 1, maxLength: 2 })
  .chain((parts) => fc.constantFrom(parts.join(' && '), parts.join(' || '), `!(${parts[0]})`))
const order = internal.chain((path) =>
  fc.constantFrom('', ` | order(${path})`, ` | order(${path} desc)[0...2]`, ' | order(_id)[0...3]'),
)
const projection = fc.oneof(
  fc.constantFrom('', '._id', '{_id, ...}', '{"to": logo[]->, "at": places[]->name}', '{...@}'),
  fc
    .tuple(internal, condition)
    .map(([path, it]) => `{_id, "x": ${path}, "s": select(${it} => 1, 2)}`),
  condition.map(
    (it) => `{_id, "n": count(*[${it} && _id != ^._id]), "by": *[references(^._id)]._id}`,
  ),
)
const query = fc.oneof(
  filter.map((it) => `count(*[${it}])`),
  fc.tuple(filter, order, projection).map(([it, by, shown]) => `*[${it}]${by}${shown}`),
  fc
    .tuple(filter, condition)
    .map(([it, boost]) => `*[${it}] | score(${boost}, boost(${boost}, 2)) {_id, _score}`),
  fc.tuple(internal, filter).map(([path, it]) => `array::unique(*[${it}].${path.split('[')[0]})`),
  internal.map((path) => `math::sum(*[].n) + length(string(*[_id == "line-a"][0].${path}))`),
)
const perspective = fc.constantFrom('raw', 'published', 'drafts', 'spring,drafts')

async function answersOf(secrets: Hidden, asked: { words: string; perspective: string }[]) {
  const lake = openRightsLake()
  try {
    await writeAll(lake, documentsOf(secrets), 'only')
    const ask = asker(lake)
    const answers = asked.map(async ({ words, perspective: seen }) => {
      const address = new URLSearchParams({ query: words, perspective: seen })
      const answer = await ask('anonymous', `v2025-02-19/data/query/production?${address}`)
      const { ms: _ms, ...said } = await answer.json()
      return { status: answer.status, ...said }
    })
    const ids = [...VISIBLE, ...Object.keys(TYPES), 'memo', '_.lock', 'none'].join(',')
    const documents = await ask(
      'anonymous',
      `v1/data/doc/production/${ids}?includeAllVersions=true`,
    )
    const references = ['hall', 'org-a', 'stall-a', 'memo'].map(async (id) => {
      const answer = await ask('anonymous', `v1/data/references/production/documents/${id}/to`)
      return [answer.status, await answer.text()]
    })
    return [...(await Promise.all(answers)), await documents.json(), await Promise.all(references)]
  } finally {
    await lake.stop()
  }
}

test('whatever an anonymous reader asks, the answer does not depend on what is hidden', async () => {
  const asked = fc.array(fc.record({ words: query, perspective }), { minLength: 12, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(hidden, hidden, asked, async (some, others, questions) => {
      expect(await answersOf(some, questions)).toEqual(await answersOf(others, questions))
    }),
    runs(60),
  )
})

test('an answer that is made in a process of its own knows nothing more', async () => {
  // More sums than are foreseen, so that it is given away at once.
  const words = `[count(*)${' + 0'.repeat(12)}, *[note match "Secret*"]._id, count(*[_id in path("drafts.**")])]`
  const secrets = (documents: Hidden['documents']): Hidden => ({
    ...{ note: 'Secret', verifiedBy: 'Ann', approvedBy: 'Ann', textInWork: 'x', workings: true },
    ...{ places: [], unapproved: false, documents },
  })
  const draft = {
    _id: 'drafts.hall',
    words: 'Secret',
    n: 1,
    to: { _type: 'reference', _ref: 'hall', _weak: true },
  }
  const question = [{ words, perspective: 'raw' }]
  const [answer] = await answersOf(secrets([draft, { ...draft, _id: 'memo' }]), question)
  expect(answer).toMatchObject({ result: [VISIBLE.length + 1, [], 0] })
  expect(answer).toEqual((await answersOf(secrets([]), question))[0])
})
