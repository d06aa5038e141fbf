import { expect, test } from 'vitest'
import { groupRows, interfaceRows } from '../../../studio/translation/interface-rows.ts'
import { edited } from '../../../studio/translation/review.ts'

const english = {
  'exit.button': 'Leave this page',
  'exit.note': 'It stays in your history.',
  'kiosk.countdown_one': 'Clears in {{count}} second',
  'kiosk.countdown_other': 'Clears in {{count}} seconds',
}
const notes = { 'exit.button': 'Two words.', 'kiosk.countdown_other': 'A countdown.' }

function rows(tag: string, strings: unknown = []) {
  return interfaceRows({ tag, english, notes, builtIn: { 'exit.button': 'Raus' }, strings })
}

test('all words of our pages are listed, those missing in the document too', () => {
  expect(rows('de')[0]).toEqual({
    key: 'exit.button',
    source: 'Leave this page',
    note: 'Two words.',
    state: 'missing',
    builtIn: 'Raus',
  })
  expect(rows('de').map(({ key }) => key)).toEqual(Object.keys(english))
})

test('a language has a row for each of its plurals, made from the English one with its note', () => {
  const forms = rows('ar').filter(({ key }) => key.startsWith('kiosk.'))
  expect(forms).toHaveLength(6)
  const few = forms.find(({ key }) => key.endsWith('_few'))
  expect(few).toMatchObject({ source: 'Clears in {{count}} seconds', note: 'A countdown.' })
})

test('what the document has stands in its row, with where it stands', () => {
  const value = edited(undefined, 'Seite verlassen', 'Leave this page')
  const strings = [{ _key: 'a1', key: 'exit.button', value }, { _key: 'broken' }]
  expect(rows('de', strings)[0]).toMatchObject({ itemKey: 'a1', value, state: 'draft' })
})

test('rows are grouped by where on our pages they stand', () => {
  const groups = groupRows(rows('de')).map(([group, members]) => [group, members.length])
  expect(groups).toEqual([
    ['exit', 2],
    ['kiosk', 2],
  ])
})
