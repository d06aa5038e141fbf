import { evaluate, parse } from 'groq-js'
import type { LakeDocument } from '../../content/lake/document.ts'
import { createDocumentStore } from '../../content/lake/document-store.ts'
import { runQuery } from '../../content/lake/query.ts'
import type { View } from '../../content/lake/view.ts'
import { createViews } from '../../content/lake/views.ts'

/** One query at one size, in milliseconds, and how many times faster the lake is. */
export interface Row {
  query: string
  documents: number
  lakeMs: number
  plainMs: number
  ratio: number
}

const SIZES = [1_000, 10_000, 100_000]

/** A measurement goes on for this long, or this often, whichever ends first. */
const MOST_MS = 1500
const MOST_RUNS = 50

const QUERIES: { name: string; query: string; params: Record<string, unknown> }[] = [
  {
    name: 'type, order, 20, two references',
    query: `*[_type == "message"] | order(title asc)[0...20]{_id, title, "place": place->name, "by": author->name}`,
    params: {},
  },
  {
    name: 'type and slug',
    query: '*[_type == "place" && slug.current == $slug][0]',
    params: { slug: 'place-7' },
  },
  { name: 'by id', query: '*[_id == $id][0]', params: { id: 'message-7' } },
  { name: 'references($id)', query: '*[references($id)]._id', params: { id: 'place-7' } },
]

const CONTEXT = {
  identity: 'bench',
  now: new Date('2026-01-01T00:00:00Z'),
  sanity: { projectId: 'waymark', dataset: 'production' },
}

/** Measures the lake's query engine against plain groq-js in one run, and prints the medians. */
export async function benchGroq(): Promise<Row[]> {
  const rows: Row[] = []
  print(['query', 'documents', 'lake ms', 'groq-js ms', 'ratio'])
  for (const size of SIZES) {
    const dataset = makeDocuments(size)
    const view = createViews(createDocumentStore(dataset)).of(['published'])
    for (const { name, query, params } of QUERIES) {
      const lakeMs = await median(() => runQuery({ query, params, view, ...CONTEXT }))
      const plainMs = await median(() => plainly(query, params, view))
      const row = { query: name, documents: size, lakeMs, plainMs, ratio: plainMs / lakeMs }
      rows.push(row)
      print([name, String(size), lakeMs.toFixed(3), plainMs.toFixed(3), row.ratio.toFixed(1)])
    }
  }
  return rows
}

async function plainly(query: string, params: Record<string, unknown>, view: View) {
  const value = await evaluate(parse(query, { params }), { dataset: view.all.list, params })
  return await value.get()
}

async function median(run: () => Promise<unknown>): Promise<number> {
  await run()
  const times: number[] = []
  const startedAt = performance.now()
  while (
    times.length < MOST_RUNS &&
    (times.length < 3 || performance.now() - startedAt < MOST_MS)
  ) {
    const before = performance.now()
    await run()
    times.push(performance.now() - before)
  }
  return times.sort((a, b) => a - b)[times.length >> 1] ?? 0
}

/** One tenth places, one tenth authors, the rest messages that point to both. */
function makeDocuments(count: number): LakeDocument[] {
  const tenth = count / 10
  return Array.from({ length: count }, (_, n) => {
    const index = Math.floor(n / 10)
    const base = {
      _rev: 'r',
      _createdAt: '2026-01-01T00:00:00Z',
      _updatedAt: '2026-01-01T00:00:00Z',
      body: [{ _type: 'block', children: [{ _type: 'span', text: `Text of document ${n}` }] }],
    }
    if (n % 10 === 0) {
      const id = `place-${index}`
      return { _id: id, _type: 'place', name: `Place ${index}`, slug: { current: id }, ...base }
    }
    if (n % 10 === 1) {
      return { _id: `author-${index}`, _type: 'author', name: `Author ${index}`, ...base }
    }
    return {
      _id: `message-${n}`,
      _type: 'message',
      title: `Message ${(n * 7919) % count}`,
      place: { _type: 'reference', _ref: `place-${(n * 31) % tenth}` },
      author: { _type: 'reference', _ref: `author-${(n * 17) % tenth}` },
      ...base,
    }
  })
}

function print(cells: string[]): void {
  const [first = '', ...rest] = cells
  process.stdout.write(`${first.padEnd(34)}${rest.map((cell) => cell.padStart(12)).join('')}\n`)
}
