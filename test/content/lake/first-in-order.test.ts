import fc from 'fast-check'
import { evaluate, parse } from 'groq-js'
import { expect, test } from 'vitest'
import type { LakeDocument } from '../../../content/lake/document.ts'
import { createDocumentStore } from '../../../content/lake/document-store.ts'
import { runQuery } from '../../../content/lake/query.ts'
import { createViews } from '../../../content/lake/views.ts'
import { runs } from '../../long.ts'

const SYSTEM = { _rev: 'r', _createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-01-01T00:00:00Z' }
const VALUES = [undefined, null, 1, 2, 2.5, 'a', 'b', true, false, { x: 1 }]

/** Many documents with few values: runs of equals that are longer than a portion of a walk. */
function documentsOf(count: number, seed: number, skew: number): LakeDocument[] {
  return Array.from({ length: count }, (_, n) => {
    const random = (n * 7919 + seed * 104_729) % 1_000_003
    const v = random % skew === 0 ? VALUES[random % VALUES.length] : 'a'
    const fields = { v, n: random % 5, title: `t${random % 97}` }
    const _type = random % 3 === 0 ? 'place' : 'message'
    return JSON.parse(JSON.stringify({ _id: `d${random}-${n}`, _type, ...fields, ...SYSTEM }))
  })
}

const filter = fc.constantFrom(
  '*',
  '*[_type == "message"]',
  '*[_type == "place" && n > 0]',
  '*[n == 3]',
  '*[v == "a"]',
  '*[title match "t1*"]',
  '*[_id > "d5"]',
  '*["d5" <= _id && _type == "place"]',
  '*[n >= 2 && v == "a"]',
  '*[v > "a" && n < 4]',
)
const key = fc.constantFrom('v', 'v desc', 'n', 'n desc', 'title desc', '_id desc', 'upper(title)')
const end = fc.constantFrom('[0]', '[0...20]', '[10...50]', '[0..300]', '[500...520]', '[2000]')

test('a slice of an order is the one that sorting everything gives', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 300, max: 900 }),
      fc.nat(1000),
      fc.constantFrom(1, 2, 10, 100),
      filter,
      fc.array(key, { maxLength: 3 }),
      end,
      async (count, seed, skew, base, keys, slice) => {
        const store = createDocumentStore(documentsOf(count, seed, skew))
        const view = createViews(store, { clock: () => 0 }).of('raw')
        const query = `${base}${keys.length > 0 ? ` | order(${keys.join(', ')})` : ''}${slice}`
        const result = await runQuery({ query, params: {}, view, ...CONTEXT })
        const plain = await evaluate(parse(query), { dataset: [...view.all.list] })
        expect(result ?? null, query).toEqual((await plain.get()) ?? null)
      },
    ),
    runs(60),
  )
})

const CONTEXT = {
  identity: 'me',
  now: new Date('2026-01-01T00:00:00Z'),
  sanity: { projectId: 'waymark', dataset: 'production' },
}
