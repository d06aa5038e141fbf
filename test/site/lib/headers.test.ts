import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cacheHeaders, permissionsOf } from '../../../site/lib/headers.ts'

test('a CDN never keeps a help page past its facts, nor longer than a minute', () => {
  fc.assert(
    fc.property(fc.integer({ min: -10_000, max: 10_000_000 }), (left) => {
      const headers = cacheHeaders({
        isHelpPage: true,
        validUntil: 5_000_000 + left,
        now: 5_000_000,
      })
      const seconds = Number(/max-age=(\d+)/.exec(headers['CDN-Cache-Control'] ?? '')?.[1])
      expect(seconds).toBeLessThanOrEqual(60)
      expect(seconds * 1000).toBeLessThanOrEqual(Math.max(0, left))
      expect(headers['Cache-Control']).toBe('no-store')
    }),
  )
})

test('what is negotiated or not kept by us is kept by nobody', () => {
  const none = { 'Cache-Control': 'no-store' }
  expect(cacheHeaders({ isHelpPage: false, validUntil: 9_000, now: 0 })).toEqual(none)
  expect(cacheHeaders({ isHelpPage: true, validUntil: undefined, now: 0 })).toEqual(none)
})

test.each(['/studio', '/studio/structure/message;a', '/review/abc', '/review/abc/note'])(
  'people may record at %s',
  (path) => {
    expect(permissionsOf(path)).toContain('microphone=(self)')
    expect(permissionsOf(path)).toContain('camera=()')
  },
)

test.each([
  '/',
  '/en/station',
  '/en/studio',
  '/studios',
  '/reviews',
  '/screen/a',
  '/preview/a/screen',
  '/login',
])('nothing is recorded at %s', (path) => {
  expect(permissionsOf(path)).toContain('microphone=()')
})
