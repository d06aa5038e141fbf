import { expect, test } from 'vitest'
import { previewAddress } from '../../../studio/preview/preview-address.ts'

const choice = { scene: 'page', lang: 'ti', place: 'place-a', size: 'a3', day: '' } as const

test('an address says what is looked at, and no more', () => {
  expect(previewAddress('t', choice)).toBe('/preview/t/page?lang=ti&place=place-a')
})

test('only paper has a size, and another day is looked at from its noon', () => {
  const poster = { ...choice, scene: 'poster', place: undefined, day: '2027-01-05' } as const
  expect(previewAddress('t', poster, { file: 'poster.pdf' })).toBe(
    '/preview/t/poster.pdf?lang=ti&size=a3&at=2027-01-05T12%3A00%3A00Z',
  )
})

test('each edit has another address', () => {
  const one = previewAddress('t', choice, { revision: 'r1' })
  expect(one).not.toBe(previewAddress('t', choice, { revision: 'r2' }))
})
