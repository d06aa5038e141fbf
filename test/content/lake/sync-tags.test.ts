import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LakeDocument } from '../../../content/lake/document.ts'
import { createDocumentStore } from '../../../content/lake/document-store.ts'
import type { Perspective } from '../../../content/lake/perspective.ts'
import { parseQuery, runQuery } from '../../../content/lake/query.ts'
import { SEES_EVERYTHING } from '../../../content/lake/rights.ts'
import { changedTags, syncTagsOf } from '../../../content/lake/sync-tags.ts'
import { createView } from '../../../content/lake/view.ts'

const NAMES = ['a', 'b', 'c']
const TYPES = ['place', 'guide']
const PERSPECTIVES: Perspective[] = [
  'raw',
  ['published'],
  ['drafts', 'published'],
  ['spring', 'published'],
]
const QUERIES = [
  '*[_type == "place"]',
  '*[_type == "place" && n > 1]{n}',
  '*[_type in ["place", "other"]]._id',
  'count(*[_type == "guide" || _id == "a"])',
  '*[_id == "a"][0]',
  '*[_id in ["a", "drafts.b"]]{n, "to": to->n}',
  '*[_type == "guide"]{"to": to->{n, "back": to->n}}',
  '*[_type == "place"]{"from": *[_type == "guide" && references(^._id)]._id}',
  '*[references("a")]._id',
  'count(*)',
  '*[0..1]{_type}',
  '*[n == 1 && _type == "place"]{"same": *[n == ^.n]._id}',
  '*[_type != "place"]._type',
  '*[!(_type == "place")]._id',
  '{"a": *[_id == "a"][0].n, "places": count(*[_type == "place"])}',
]

const document = fc
  .record({
    layer: fc.constantFrom('', 'drafts.', 'versions.spring.'),
    name: fc.constantFrom(...NAMES),
    type: fc.constantFrom(...TYPES),
    n: fc.integer({ min: 0, max: 3 }),
    to: fc.constantFrom(...NAMES),
  })
  .map(
    ({ layer, name, type, n, to }): LakeDocument => ({
      _id: `${layer}${name}`,
      _type: type,
      _rev: 'r',
      _createdAt: '2026-01-01T00:00:00Z',
      _updatedAt: '2026-01-01T00:00:00Z',
      n,
      to: { _ref: to, _weak: true },
    }),
  )
const step = fc.oneof(
  document.map((after) => ({ id: after._id, after })),
  document.map(({ _id }) => ({ id: _id })),
)

describe('a commit that changes an answer', () => {
  test('always announces one of its tags', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(document, { selector: ({ _id }) => _id, maxLength: 8 }),
        fc.uniqueArray(step, { selector: ({ id }) => id, minLength: 1, maxLength: 2 }),
        fc.constantFrom(...QUERIES),
        fc.constantFrom(...PERSPECTIVES),
        async (initial, steps, query, perspective) => {
          const store = createDocumentStore(initial)
          const answer = async () =>
            JSON.stringify(
              await runQuery({
                query,
                params: {},
                view: createView(store, perspective),
                identity: 'ada',
                now: new Date(0),
                sanity: { projectId: 'waymark', dataset: 'production' },
              }),
            )
          const earlier = await answer()
          const changes = steps.map((change) => {
            const before = store.get(change.id)
            if ('after' in change) store.put(change.after)
            else store.remove(change.id)
            return { ...change, ...(before && { before }), mutations: [] }
          })
          if ((await answer()) === earlier) return
          const announced = changedTags(changes, store, SEES_EVERYTHING)
          const tags = syncTagsOf(parseQuery(query, {}), perspective)
          expect(tags.some((tag) => announced.includes(tag))).toBe(true)
        },
      ),
      { numRuns: 1500 },
    )
  })

  test('of another type or id announces none of it', () => {
    const tagsOf = (query: string) => syncTagsOf(parseQuery(query, {}), 'raw')
    const change = (id: string, _type: string) => {
      const after = { _id: id, _type, _rev: 'r', _createdAt: '', _updatedAt: '' }
      return changedTags([{ id, after, mutations: [] }], createDocumentStore([]), SEES_EVERYTHING)
    }
    const place = change('a', 'place')
    expect(tagsOf('*[_type == "guide"]').some((tag) => place.includes(tag))).toBe(false)
    expect(tagsOf('*[_id == "b"]').some((tag) => place.includes(tag))).toBe(false)
    expect(tagsOf('1 + 1')).toEqual([])
  })

  test('that a reader sees nothing of announces nothing', () => {
    const after = { _id: 'a', _type: 'secret', _rev: 'r', _createdAt: '', _updatedAt: '' }
    const blind = { key: 'blind', see: () => undefined }
    expect(
      changedTags([{ id: 'a', after, mutations: [] }], createDocumentStore([]), blind),
    ).toEqual([])
  })

  test('is named by tags that do not tell the name', () => {
    for (const tag of syncTagsOf(parseQuery('*[_id == "secret-place"]', {}), 'raw')) {
      expect(tag).toMatch(/^s1:[\w-]{12}$/)
    }
  })
})
