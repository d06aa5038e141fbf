import { expect, test } from 'vitest'
import type { MatrixDocument } from '#content/model/matrix.ts'
import { guideText } from '../../../../content/model/guide-text.ts'
import { textHash } from '../../../../content/model/text-hash.ts'
import {
  patchState,
  rowsOfState,
  stateOfAnswer,
} from '../../../../studio/tools/translations/matrix-state.ts'
import { cellOf, guideRowsOf, rowsOfDocument } from '../../../../studio/tools/translations/rows.ts'
import { message, place } from './documents.ts'

test('every text of a document has a row, named by its first words where it has no name', () => {
  expect(rowsOfDocument(message).map(({ id, title, label }) => [id, title, label])).toEqual([
    ['message-1/heading', 'Someone keeps your passport?', 'Heading'],
    ['message-1/body', 'Someone keeps your passport?', 'Body'],
  ])
})

test.each([
  ['ar', 'approved'],
  ['ti', 'outdated'],
  ['fr', 'in-review'],
  ['de', 'machine-unreviewed'],
  ['es', 'draft'],
  ['ro', 'sent-back'],
  ['uk', 'withdrawn'],
  ['ru', 'missing'],
  ['so', 'missing'],
])('the cell of %s says %s', (tag, state) => {
  const [heading] = rowsOfDocument(message)
  expect(heading && cellOf(heading, tag).state).toBe(state)
})

test('guides are one row a slug, held against the English one', () => {
  const guide = (language: string, more: object): MatrixDocument => ({
    _id: `guide-${language}`,
    _rev: 'r',
    _type: 'guide',
    language,
    slug: 'one',
    title: `Title ${language}`,
    summary: 'Summary',
    prose: ['Words.'],
    ...more,
  })
  const hashOf = (language: string) => {
    const span = { _type: 'span', _key: '', text: 'Words.', marks: [] } as const
    const block = { _type: 'block', _key: '', style: 'normal', markDefs: [] } as const
    const body = [{ ...block, markDefs: [], children: [{ ...span, marks: [] }] }]
    return textHash(guideText({ title: `Title ${language}`, summary: 'Summary', body }))
  }
  const [row, ...others] = guideRowsOf([
    guide('en', {}),
    guide('ar', { approved: { textHash: hashOf('ar') }, sourceHash: hashOf('en') }),
    guide('ti', { approved: { textHash: hashOf('ti') }, sourceHash: 'before' }),
    guide('fr', { submittedOn: '2026-01-01' }),
  ])
  expect(others).toEqual([])
  expect(row && ['ar', 'ti', 'fr', 'de'].map((tag) => cellOf(row, tag).state)).toEqual([
    'approved',
    'outdated',
    'in-review',
    'missing',
  ])
})

test('a change makes the rows of its document anew and leaves all others', () => {
  const before = stateOfAnswer({ documents: [message, place], campaigns: [] })
  const changed = { ...place, title: 'Centralia station' }
  const after = patchState(before, ['place-1'], [changed])
  const [heading, body, directions] = rowsOfState(before)
  const rows = rowsOfState(after)
  expect([rows[0] === heading, rows[1] === body, rows[2] === directions]).toEqual([
    true,
    true,
    false,
  ])
  expect(rows[2]?.title).toBe('Centralia station')
})

test('a document that is gone has no rows any more', () => {
  const before = stateOfAnswer({ documents: [message, place], campaigns: [] })
  expect(rowsOfState(patchState(before, ['message-1'], []))).toHaveLength(1)
})
