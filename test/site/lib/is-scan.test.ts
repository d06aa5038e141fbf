import { expect, test } from 'vitest'
import { isScan } from '../../../site/lib/is-scan.ts'

const asked = (headers: Record<string, string>, method = 'GET') =>
  isScan({ method, header: (name) => headers[name] })

test('a browser that opens an address out of a camera is a scan', () => {
  expect(asked({ 'sec-fetch-site': 'none', 'sec-fetch-dest': 'document' })).toBe(true)
})

test('an old browser that says nothing of itself is one too', () => {
  expect(asked({})).toBe(true)
})

test.each([
  ['a page fetched ahead', { 'sec-purpose': 'prefetch' }],
  ['a page drawn ahead', { 'sec-purpose': 'prefetch;prerender' }],
  ['a page fetched ahead by an older browser', { 'x-moz': 'prefetch' }],
  ['a preview of an older Safari', { purpose: 'preview' }],
  ['a link to another language', { 'sec-fetch-site': 'same-origin' }],
  ['a page in a frame', { 'sec-fetch-dest': 'iframe' }],
])('%s is none', (_name, headers) => {
  expect(asked(headers)).toBe(false)
})

test('a look at the headers alone is none', () => {
  expect(asked({}, 'HEAD')).toBe(false)
})
