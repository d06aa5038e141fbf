import { expect, test } from 'vitest'
import { partsOf } from '../../../site/lib/passage-parts.ts'

const words = (text: string) => ({ text, lang: 'so', dir: 'ltr' as const })

test('a name inside other words is told apart from them, wherever it stands', () => {
  const names = [{ text: 'Market square', lang: 'en' }, { text: 'Rome' }]
  const text = 'Rome: Meel u dhow Market square, Rome'
  expect(partsOf({ ...words(text), names })).toEqual([
    { text: 'Rome', name: { text: 'Rome' } },
    { text: ': Meel u dhow ' },
    { text: 'Market square', name: { text: 'Market square', lang: 'en' } },
    { text: ', ' },
    { text: 'Rome', name: { text: 'Rome' } },
  ])
})

test('words without names stay whole', () => {
  expect(partsOf(words('Meel u dhow'))).toEqual([{ text: 'Meel u dhow' }])
})
