import { expect, test } from 'vitest'
import { differingWords } from '../../../studio/translation/differing-words.ts'

test('what changed is told word by word', () => {
  expect(differingWords('You can call us.', 'You may call us today.', 'en')).toEqual([
    { kind: 'same', text: 'You ' },
    { kind: 'removed', text: 'can' },
    { kind: 'added', text: 'may' },
    { kind: 'same', text: ' call us' },
    { kind: 'added', text: ' today' },
    { kind: 'same', text: '.' },
  ])
})

test.each([
  ['zh', '你可以打电话', '你可以明天打电话', '明天'],
  ['ti', 'ሓገዝ ኣሎ።', 'ሎሚ ሓገዝ ኣሎ።', 'ሎሚ '],
  ['de-simple', 'Wir helfen', 'Wir helfen Ihnen', ' Ihnen'],
])('words are those of %s', (tag, before, after, added) => {
  const runs = differingWords(before, after, tag)
  expect(runs.filter(({ kind }) => kind === 'added').map(({ text }) => text)).toEqual([added])
  expect(runs.filter(({ kind }) => kind === 'removed')).toEqual([])
})
