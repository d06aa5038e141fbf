import fc from 'fast-check'
import { evaluateSync, parse, toJS } from 'groq-js'
import { expect, test } from 'vitest'
import type { LakeDocument } from '../../../content/lake/document.ts'
import { createDocumentStore } from '../../../content/lake/document-store.ts'
import type { Audience } from '../../../content/lake/rights.ts'
import { createSights } from '../../../content/lake/sights.ts'
import { runs } from '../../long.ts'
import { OUTSIDERS } from './audience.ts'

const SYSTEM = { _rev: 'r', _createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-01-01T00:00:00Z' }
const IDS = ['a', 'b', 'c', 'drafts.a', 'd']

const document = fc
  .record({
    _id: fc.constantFrom(...IDS),
    hidden: fc.boolean(),
    inner: fc.option(fc.record({ _ref: fc.constantFrom(...IDS) }), { nil: undefined }),
    to: fc.option(fc.record({ _ref: fc.constantFrom(...IDS) }), { nil: undefined }),
    n: fc.integer({ min: 0, max: 2 }),
  })
  .map((attributes): LakeDocument => ({ _type: 'place', ...SYSTEM, ...attributes }))
const change = fc.oneof(document, fc.constantFrom(...IDS))

const QUERIES = [
  '*[_type == "place"] | order(n, _id)',
  '*[n == 1]{_id, "to": to->n, "by": count(*[references(^._id)])}',
  '*[references("a")]._id',
  '*[defined(inner) || hidden]',
  '*[_id in ["a", "drafts.a"]] | order(_id)',
]

const start = (initial: readonly LakeDocument[]) => {
  const store = createDocumentStore(initial)
  const sanity = { projectId: 'waymark', dataset: 'production' }
  return { store, sights: createSights({ store, sanity, now: () => new Date(0) }) }
}

test('what an audience is answered is GROQ over what it sees, however that has changed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(document, { maxLength: 5 }),
      fc.array(change, { maxLength: 8 }),
      async (initial, changes) => {
        const { store, sights } = start(initial)
        const ask = async (query: string): Promise<unknown> =>
          JSON.parse(
            await sights
              .of(OUTSIDERS)
              .queries.run({ query, params: {}, perspective: 'raw', identity: 'x' }),
          )
        for (const query of QUERIES) await ask(query)
        for (const one of changes) {
          if (typeof one === 'string') store.remove(one)
          else store.put(one)
          sights.refresh([typeof one === 'string' ? one : one._id])
        }
        const seen = [...store.all()]
          .flatMap((one) => OUTSIDERS.see(one) ?? [])
          .sort((a, b) => (a._id < b._id ? -1 : 1))
        for (const query of QUERIES) {
          const plain: unknown = toJS(evaluateSync(parse(query), { dataset: seen }))
          expect(await ask(query)).toEqual(JSON.parse(JSON.stringify(plain)))
        }
        sights.stop()
      },
    ),
    runs(100),
  )
})

test('whoever sees everything shares the documents as they are stored', () => {
  const { store, sights } = start([])
  expect(sights.of({ key: '*', see: (one) => one }).store).toBe(store)
  sights.stop()
})

test('the same audience is the same sight until many others were asked for', () => {
  const { sights } = start([])
  const audience = (key: string): Audience => ({ ...OUTSIDERS, key })
  const first = sights.of(audience('first'))
  for (let n = 0; n < 7; n++) sights.of(audience(`${n}`))
  expect(sights.of(audience('first'))).toBe(first)
  for (let n = 0; n < 8; n++) sights.of(audience(`${n}`))
  expect(sights.of(audience('first'))).not.toBe(first)
  sights.stop()
})
