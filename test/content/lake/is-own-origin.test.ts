import { expect, test } from 'vitest'
import { isOwnOrigin } from '../../../content/lake/is-own-origin.ts'

test.each([
  ['https://waymark.example', 'https://waymark.example', true],
  ['http://localhost:4321', 'http://127.0.0.1:4321', true],
  ['http://[::1]:4321', 'http://localhost:4321', true],
  ['http://localhost:4322', 'http://127.0.0.1:4321', false],
  ['https://localhost:4321', 'http://127.0.0.1:4321', false],
  ['http://localhost:4321', 'https://waymark.example', false],
  ['https://waymark.example.elsewhere.test', 'https://waymark.example', false],
  ['https://waymark.example:8443', 'https://waymark.example', false],
  ['http://localhost.elsewhere.test:4321', 'http://127.0.0.1:4321', false],
  ['null', 'http://127.0.0.1:4321', false],
  ['', 'http://127.0.0.1:4321', false],
])('a page of %s, where ours is %s, is ours: %s', (origin, own, isOwn) => {
  expect(isOwnOrigin(origin, own)).toBe(isOwn)
})
