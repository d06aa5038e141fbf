import { setImmediate as nextTurn } from 'node:timers/promises'
import { evaluate, parse } from 'groq-js'
import { createDocumentStore, type DocumentStore } from '../../content/lake/document-store.ts'
import { runQuery } from '../../content/lake/query.ts'
import { createTextIndex } from '../../content/lake/text-index.ts'
import { parseTextQuery } from '../../content/lake/text-query.ts'
import type { View } from '../../content/lake/view.ts'
import { createViews, type Views } from '../../content/lake/views.ts'
import { makeDocuments } from './documents.ts'

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
  {
    name: 'type, range, order, 20',
    query: '*[_type == "message" && title > "Message 9"] | order(_updatedAt desc, title)[0...20]',
    params: {},
  },
  {
    name: 'how many refer to each of 2',
    query: '*[_type == "author"][0...2]{name, "messages": count(*[references(^._id)])}',
    params: {},
  },
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
    const store = createDocumentStore(dataset)
    const views = createViews(store)
    const view = views.of(['published'])
    for (const { name, query, params } of QUERIES) {
      const lakeMs = await median(() => runQuery({ query, params, view, ...CONTEXT }))
      const plainMs = await median(() => plainly(query, params, view))
      const row = { query: name, documents: size, lakeMs, plainMs, ratio: plainMs / lakeMs }
      rows.push(row)
      print([name, String(size), lakeMs.toFixed(3), plainMs.toFixed(3), row.ratio.toFixed(1)])
    }
    const change = changing(store, views)
    await wake(change)
    print(['a change, in all indexes', String(size), (await median(change)).toFixed(3)])
    const search = await searching(store, view)
    print(['text, two words, score, 20', String(size), (await median(search)).toFixed(3)])
  }
  return rows
}

/** Changes the titles of documents one after the other, and brings the views up to date. */
function changing(store: DocumentStore, views: Views) {
  const messages = [...store.all()].filter(({ _type }) => _type === 'message')
  let turn = 0
  return async () => {
    turn += 1
    const document = messages[(turn * 7919) % messages.length]
    if (!document) return
    store.put({ ...document, title: `Message ${turn % 10}${turn}` })
    views.refresh([document._id])
  }
}

/** A search as the Studio makes it, once its index is there. */
async function searching(store: DocumentStore, view: View) {
  const textIndex = createTextIndex(store)
  while (!textIndex.search(parseTextQuery('nothing'))) await nextTurn()
  const query = `*[_type in ["place", "author"] && [@, _id] match text::query($q)]
    | score(boost(name match text::query($q), 10)) | order(_score desc)[0...20]{_id, _score}`
  return () => runQuery({ query, params: { q: 'author 77*' }, view, textIndex, ...CONTEXT })
}

/** Lets what is compiled late be compiled. */
async function wake(run: () => Promise<unknown>): Promise<void> {
  for (let turn = 0; turn < 1000; turn++) await run()
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

function print(cells: string[]): void {
  const [first = '', ...rest] = cells
  process.stdout.write(`${first.padEnd(34)}${rest.map((cell) => cell.padStart(12)).join('')}\n`)
}
