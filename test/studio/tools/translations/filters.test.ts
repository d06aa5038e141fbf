import { expect, test } from 'vitest'
import {
  columnsOf,
  documentsOf,
  filterRows,
  readView,
  writeView,
} from '../../../../studio/tools/translations/filters.ts'
import { interfaceRow } from '../../../../studio/tools/translations/interface-row.ts'
import { progressOf, sumOf } from '../../../../studio/tools/translations/progress.ts'
import { cellOf, rowsOfDocument } from '../../../../studio/tools/translations/rows.ts'
import { message, place } from './documents.ts'

const rows = [message, place].flatMap(rowsOfDocument)
const campaign = {
  _id: 'campaign-1',
  name: 'Know the way',
  languages: ['ti', 'ar'],
  messages: ['message-1'],
  placeKinds: ['train-station'],
}
const languages = ['en', 'ar', 'ti', 'fr'].map((tag) => ({ tag }))
const everything = { languages: [], search: '' }

test('an address says again what it was read from', () => {
  const view = readView([
    ['campaign', 'campaign-1'],
    ['state', 'in-review'],
    ['languages', 'ar,ti'],
    ['search', 'papers'],
    ['row', 'message-1/heading'],
    ['language', 'ar'],
  ])
  expect(readView(writeView(view))).toEqual(view)
})

test('a state that nobody knows is left out', () => {
  expect(readView([['state', 'lost']])).toEqual({ languages: [], search: '' })
})

test('rows are filtered by type, words and document', () => {
  const columns = ['en', 'ar']
  const found = (view: object, documents?: Set<string>) =>
    filterRows(rows, { ...everything, ...view }, { columns, documents }).map(({ id }) => id)
  expect(found({ type: 'place' })).toEqual(['place-1/directions'])
  expect(found({ search: 'PAPERS belong' })).toEqual(['message-1/body'])
  expect(found({}, new Set(['place-1']))).toEqual(['place-1/directions'])
})

test('a state is looked for in the columns that are shown', () => {
  const found = (columns: string[]) =>
    filterRows(rows, { ...everything, state: 'in-review' }, { columns }).length
  expect([found(['fr']), found(['ar'])]).toEqual([1, 0])
})

test('a campaign stands for its messages, its places by kind, and who helps there', () => {
  expect([...documentsOf(campaign, [message, place])]).toEqual([
    'message-1',
    'place-1',
    'helpline-1',
  ])
})

test('the languages of the chosen campaign are its columns, in its order', () => {
  expect(columnsOf(languages, campaign, [])).toEqual(['ti', 'ar'])
  expect(columnsOf(languages, campaign, ['fr', 'ar'])).toEqual(['ar', 'fr'])
  expect(columnsOf(languages, undefined, [])).toEqual(['en', 'ar', 'ti', 'fr'])
})

test('progress counts what is approved in each language and together', () => {
  const progress = progressOf(rows, ['en', 'ar'])
  expect(progress.get('ar')).toEqual({ approved: 1, total: 3 })
  expect(sumOf(progress.values())).toEqual({ approved: 2, total: 6 })
})

test('our own words are one row that counts them', () => {
  const source = { 'a.one': 'One', 'a.two': 'Two' }
  const row = interfaceRow([], { source, keys: { en: ['a.one', 'a.two'], ar: ['a.one'] } })
  expect(cellOf(row, 'ar')).toEqual({ state: 'missing', count: { approved: 0, total: 2 } })
})
