import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LakeDocument } from '../../../content/lake/document.ts'
import { createDocumentStore } from '../../../content/lake/document-store.ts'
import type { Perspective } from '../../../content/lake/perspective.ts'
import { runQuery } from '../../../content/lake/query.ts'
import { createTextIndex } from '../../../content/lake/text-index.ts'
import { createViews } from '../../../content/lake/views.ts'
import { runs } from '../../long.ts'

const SYSTEM = { _rev: 'r', _createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-01-01T00:00:00Z' }
const block = (...words: string[]) => ({
  _type: 'block',
  style: 'normal',
  children: words.map((text) => ({ _type: 'span', marks: ['strong'], text })),
})
const DOCUMENTS: LakeDocument[] = [
  { _id: 'hall', _type: 'place', title: 'Main hall', ...SYSTEM },
  {
    _id: 'gate-7',
    _type: 'place',
    title: 'Gate',
    note: 'beside the hall, the main hall',
    ...SYSTEM,
  },
  { _id: 'drafts.gate-7', _type: 'place', title: 'Portal', ...SYSTEM },
  { _id: 'm', _type: 'message', body: [block('Come to the h', 'all')], ...SYSTEM },
]

const CONTEXT = {
  identity: 'me',
  now: new Date('2026-01-01T00:00:00Z'),
  sanity: { projectId: 'waymark', dataset: 'production' },
}

function lakeOf(documents: LakeDocument[]) {
  const store = createDocumentStore(documents)
  const views = createViews(store)
  const textIndex = createTextIndex(store)
  const change = (id: string, after: LakeDocument | undefined) => {
    if (after) store.put(after)
    else store.remove(id)
    views.refresh([id])
    textIndex.refresh([id])
  }
  const ask = (query: string, perspective: Perspective, q: string, isIndexed = true) =>
    runQuery({
      query,
      params: { q },
      view: views.of(perspective),
      ...(isIndexed && { textIndex }),
      ...CONTEXT,
    })
  return { ask, change, textIndex }
}

describe('match text::query()', () => {
  test.each([
    ['*[@ match text::query($q)]._id', 'hall', ['gate-7', 'hall', 'm']],
    ['*[[@, _id] match text::query($q)]._id', '*', ['drafts.gate-7', 'gate-7', 'hall', 'm']],
    [
      '*[[@, _id] match text::query($q) || references("")]._id',
      ' * ',
      ['drafts.gate-7', 'gate-7', 'hall', 'm'],
    ],
    ['*[[@, _id] match text::query($q)]._id', 'gate-7', ['drafts.gate-7', 'gate-7']],
    ['*[title match text::query($q)]._id', 'ha*', ['hall']],
    ['*[[title, note] match text::query($q)]._id', 'hall', ['gate-7', 'hall']],
    ['*[pt::text(body) match text::query($q)]._id', 'come hall', ['m']],
    ['*[_type == "place" && !(@ match text::query($q))]._id', 'gate', ['drafts.gate-7', 'hall']],
    ['*[@ match text::query($q)]._id', 'normal', []],
    ['*[@ match text::query("portal")][0]._id', '', 'drafts.gate-7'],
    ['count(*[@ match text::query($q)])', 'ma* -gate', 1],
  ])('%s with %j finds what is written', async (query, q, expected) => {
    expect(await lakeOf(DOCUMENTS).ask(query, 'raw', q)).toEqual(expected)
  })

  test('sees the words of the layer that answers, not those that it hides', async () => {
    const { ask } = lakeOf(DOCUMENTS)
    const query = '*[@ match text::query($q)]._id'
    expect(await ask(query, ['drafts', 'published'], 'gate')).toEqual([])
    expect(await ask(query, ['drafts', 'published'], 'portal')).toEqual(['gate-7'])
    expect(await ask(query, ['published'], 'portal')).toEqual([])
  })

  test('orders by how well a document fits', async () => {
    const query = `*[_type in ["place", "message"] && [@, _id] match text::query($q)]
      | score(@ match text::query($q), boost(title match text::query($q), 10))
      | order(_score desc)[_score > 0][0...10]{_id, _score}`
    const found = await lakeOf(DOCUMENTS).ask(query, ['published'], 'hall')
    expect(found).toMatchObject([{ _id: 'hall' }, { _id: 'gate-7' }, { _id: 'm' }])
  })

  test('says what it can search where it is asked for more', async () => {
    await expect(
      lakeOf(DOCUMENTS).ask('*[place->title match text::query($q)]', 'raw', 'x'),
    ).rejects.toThrow('searches @, attributes')
  })

  const word = fc.constantFrom('hall', 'half', 'gate', 'Tor', '車站', 'هال', 'x-1')
  const document = fc
    .record({
      _id: fc.constantFrom('a', 'b', 'c', 'drafts.a', 'drafts.d'),
      title: fc.array(word, { maxLength: 3 }).map((words) => words.join(' ')),
    })
    .map((fields) => ({ ...fields, _type: 'place', ...SYSTEM }))

  test('finds the same with and without its index, whatever changes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(document, { maxLength: 10 }),
        fc.array(fc.constantFrom('hall', 'ha*', '-gate', '"hall gate"', '車', 'x', 'x-1 tor'), {
          maxLength: 2,
        }),
        fc.constantFrom<Perspective>('raw', ['drafts', 'published']),
        async (changes, words, perspective) => {
          const { ask, change, textIndex } = lakeOf([])
          for (const [turn, after] of changes.entries()) {
            change(after._id, turn % 4 === 3 ? undefined : after)
            const query = '*[title match text::query($q) || n == 1]{_id}'
            const and = '*[title match text::query($q)]{_id}'
            for (const text of [query, and]) {
              const found = await ask(text, perspective, words.join(' '))
              expect(found).toEqual(await ask(text, perspective, words.join(' '), false))
            }
          }
          textIndex.close()
        },
      ),
      runs(60),
    )
  })
})
