import fc from 'fast-check'
import { evaluate, parse } from 'groq-js'
import { describe, expect, test } from 'vitest'
import type { LakeDocument } from '../../../content/lake/document.ts'
import { createDocumentStore } from '../../../content/lake/document-store.ts'
import type { Perspective } from '../../../content/lake/perspective.ts'
import { runQuery } from '../../../content/lake/query.ts'
import { createViews } from '../../../content/lake/views.ts'
import { runs } from '../../long.ts'

const IDS = [
  'a',
  'b',
  'c',
  'd',
  'f',
  'g',
  'h',
  'drafts.a',
  'drafts.b',
  'drafts.e',
  'versions.spring.a',
]
const TYPES = ['place', 'message', 'helpline']
const PERSPECTIVES: Perspective[] = [
  'raw',
  ['published'],
  ['drafts', 'published'],
  ['spring', 'drafts', 'published'],
]

const document = fc
  .record({
    _id: fc.constantFrom(...IDS),
    _type: fc.constantFrom(...TYPES),
    n: fc.integer({ min: 0, max: 3 }),
    title: fc.constantFrom('Hall', 'Gate', 'hall two', ''),
    at: fc.option(fc.record({ _ref: fc.constantFrom(...IDS) }), { nil: undefined }),
    // A value of any kind in one place: GROQ has an order for that, too.
    v: fc.constantFrom(
      undefined,
      null,
      1,
      2,
      10,
      -1,
      'a',
      'B',
      '\u{1f600}',
      '\uff5e',
      true,
      false,
      {},
      [1],
    ),
    slug: fc.option(fc.record({ current: fc.constantFrom('hall', 'gate', 'b') }), {
      nil: undefined,
    }),
    places: fc.array(fc.record({ _ref: fc.constantFrom(...IDS) }), { maxLength: 2 }),
    tags: fc.array(fc.constantFrom('x', 'y', 'z'), { maxLength: 3 }),
  })
  .map((fields): LakeDocument => JSON.parse(JSON.stringify({ ...fields, ...SYSTEM })))

const SYSTEM = {
  _rev: 'r',
  _createdAt: '2026-01-01T00:00:00Z',
  _updatedAt: '2026-01-01T00:00:00Z',
}

/** Indexes at any size and without rest, so that small samples use them. */
const EAGER = { smallest: 0, clock: () => 0 }

const documents = fc.uniqueArray(document, { selector: ({ _id }) => _id })

const leaf = fc.constantFrom(
  '_type == "place"',
  '"message" == _type',
  '_type == $type',
  '_type in ["place", "helpline"]',
  '_type in $types',
  '_type in ["place", n]',
  '_type == 5',
  '_type == null',
  '_type != "place"',
  '_id == "a"',
  '_id == $id',
  '_id in $ids',
  '_id in [$id, "c", "missing"]',
  '_id in path("drafts.**")',
  '_id == at._ref',
  'n > 1',
  'n <= 2',
  '1 < n',
  'n in 1..2',
  'n in 1...3',
  'n == 2',
  'n in [1, 3, "a", null]',
  'v == 1',
  'v == "a"',
  'v == true',
  'v == null',
  'v in ["a", 2, true]',
  'v > 1',
  'v >= "B"',
  'v < "b"',
  'v < true',
  'v in "A".."b"',
  'v != 1',
  'slug.current == "hall"',
  'slug.current == $slug',
  '$slug == slug.current',
  'slug.current in ["gate", "b"]',
  'slug == "hall"',
  'title == ""',
  'title > "G"',
  'at._ref == "a"',
  'at._ref in $ids',
  'at._ref == null',
  '"a" in places[]._ref',
  '$id in places[]._ref',
  'places[0]._ref == "a"',
  '_updatedAt == _createdAt',
  'title match "hall*"',
  'defined(at)',
  'references("a")',
  'references($id)',
  'references($ids)',
  'references(at._ref)',
  'at->n == 1',
  'count(tags) > 1',
  '"x" in tags',
  'count(*[_type == "place" && _id == ^.at._ref]) > 0',
  'count(*[references(^._id)]) > 0',
  'count(*[references(^._id) && n > 0]) > 0',
  'count(*[_id == ^.at._ref || n == 9]) > 0',
)

const condition = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.tuple(tie('any'), tie('any')).map(([a, b]) => `(${a} && ${b})`),
    fc.tuple(tie('any'), tie('any')).map(([a, b]) => `(${a} || ${b})`),
    tie('any').map((inner) => `!(${inner})`),
  ),
})).any

const tail = fc.constantFrom(
  '',
  '._id',
  '[0]',
  '[0...2]{_id, n}',
  '| order(n desc, _id asc)[0...3]{_id, title, "to": at->title}',
  '{..., "deep": at->at->_id}',
  '[n == 1]._id',
  '{"same": *[_type == ^._type]._id}',
  '{"refs": *[references(^._id)]._id}',
  '.tags[]',
  '{"one": *[_id == ^.at._ref][0]._id, "by": *[at._ref == ^._id && n > ^.n]._id}',
  '{"list": *[references(^.tags)]._id, "n": *[references(^.n)]._id, "m": *[_id == ^.missing]}',
  '{"deep": *[at._ref == ^._id]{"of": *[references(^._id) && _id != ^.^._id]._id}}',
  '.places[]{"found": *[_id == ^._ref]._id, "up": *[references(^.^._id)]._id}',
  '{"per": places[]{"x": *[references(^.^._id)]._id}, "c": places[count(*[_id == ^._ref]) > 0]}',
  '| order(count(*[at._ref == ^._id]) desc){_id}[0...3]',
  '{"p": at->{"back": *[references(^._id)]._id}}',
  '| order(v)[0...3]._id',
  '| order(v desc)[0...3]._id',
  '| order(v asc, n desc)[0..2]{_id, v, n}',
  '| order(v desc, title, _id desc)[1...4]{_id, v}',
  '| order(slug.current)[0]._id',
  '| order(slug.current desc)[2]',
  '| order(_id desc)[0...2]._id',
  '| order(_type, _id desc)[0...5]._id',
  '| order(at->n, v)[0...5]._id',
  '| order(n)[-1]._id',
  '| order(n)[1...-1]._id',
  '| order(n) | order(v desc)[0...3]._id',
  '{_id, v} | order(v)[0...2]',
  '{_id, v}[0...2]',
  '._id[0...3]',
  '[n > 0] | order(v)[0...2]._id',
  '| order(count(*[references(^._id)]) desc)[0...2]._id',
  '{"near": *[_type == ^._type] | order(v desc)[0...2]._id}',
  '{"first": *[_type == "place"] | order(v desc)[0...2]._id}',
  '{"up": upper(title), "when": dateTime(_createdAt)}',
)

const query = fc.tuple(condition, tail).map(([inner, end]) => `*[${inner}]${end}`)

const params = {
  slug: 'gate',
  type: 'message',
  types: ['place', 'message'],
  id: 'a',
  ids: ['b', 'drafts.b', 7],
}

const context = {
  identity: 'me',
  now: new Date('2026-01-01T00:00:00Z'),
  sanity: { projectId: 'waymark', dataset: 'production' },
}

/** The same by groq-js alone, over the documents that the view shows. */
async function plainly(text: string, dataset: readonly LakeDocument[]): Promise<unknown> {
  const value = await evaluate(parse(text, { params }), { dataset: [...dataset], params })
  return JSON.parse(JSON.stringify(await value.get())) ?? null
}

describe('a query of the lake', () => {
  test('answers as plain groq-js does, whatever it asks for and whatever changes meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(
        documents,
        fc.array(query, { minLength: 1, maxLength: 8 }),
        fc.array(fc.oneof(document, fc.constantFrom(...IDS)), { maxLength: 8 }),
        fc.constantFrom(...PERSPECTIVES),
        async (initial, texts, changes, perspective) => {
          const store = createDocumentStore(initial)
          const views = createViews(store, EAGER)
          const view = views.of(perspective)
          for (const [turn, text] of texts.entries()) {
            const change = changes[turn]
            if (change) {
              if (typeof change === 'string') store.remove(change)
              else store.put(change)
              views.refresh([typeof change === 'string' ? change : change._id])
            }
            const result = await runQuery({ query: text, params, view, ...context })
            const plain = await plainly(text, view.all.list)
            expect(JSON.parse(JSON.stringify(result)), text).toEqual(plain)
          }
        },
      ),
      runs(400),
    )
  })

  test('sees the same in a view kept up to date as in one built anew', () => {
    fc.assert(
      fc.property(
        documents,
        fc.array(fc.oneof(document, fc.constantFrom(...IDS)), { maxLength: 20 }),
        (initial, changes) => {
          const store = createDocumentStore(initial)
          const views = createViews(store, EAGER)
          for (const perspective of PERSPECTIVES) views.of(perspective)
          for (const change of changes) {
            if (typeof change === 'string') store.remove(change)
            else store.put(change)
            views.refresh([typeof change === 'string' ? change : change._id])
          }
          const anew = createViews(createDocumentStore(store.all()))
          for (const perspective of PERSPECTIVES) {
            const kept = views.of(perspective)
            const fresh = anew.of(perspective)
            expect(kept.all.list).toEqual(fresh.all.list)
            for (const type of TYPES)
              expect(kept.ofType(type).list).toEqual(fresh.ofType(type).list)
            for (const id of IDS)
              expect(ids(kept.mayReference(id))).toEqual(ids(fresh.mayReference(id)))
          }
        },
      ),
    )
  })
})

function ids(found: LakeDocument[]): string[] {
  return found.map(({ _id }) => _id).sort()
}
