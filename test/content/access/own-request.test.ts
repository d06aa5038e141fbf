import { describe, expect, test } from 'vitest'
import { isOwnRequest, needsOwnOrigin, ownOrigins } from '#content/access/own-request.ts'

test.each([
  ['https://waymark.example', ['https://waymark.example']],
  ['http://127.0.0.1:4321', ['http://127.0.0.1:4321', 'http://localhost:4321']],
])('the origins of %s are %j', (origin, own) => {
  expect(ownOrigins(origin)).toEqual(own)
})

describe('a request', () => {
  const own = ['https://waymark.example']
  test.each([
    [{ origin: 'https://waymark.example' }, true],
    [{ 'sec-fetch-site': 'same-origin', origin: 'null' }, true],
    [{ 'sec-fetch-site': 'same-site', origin: 'https://other.waymark.example' }, false],
    [{ 'sec-fetch-site': 'none' }, false],
    [{ origin: 'null' }, false],
    [{ host: 'waymark.example' }, false],
    [{ referer: 'https://waymark.example/' }, false],
    [{}, false],
  ])('with %j is ours: %s', (headers, isOwn) => {
    expect(isOwnRequest(new Headers({ ...headers }), own)).toBe(isOwn)
  })

  test('that reads needs no origin, one that changes something or opens a socket does', () => {
    expect(needsOwnOrigin('GET', new Headers())).toBe(false)
    expect(needsOwnOrigin('POST', new Headers())).toBe(true)
    expect(needsOwnOrigin('DELETE', new Headers())).toBe(true)
    expect(needsOwnOrigin('GET', new Headers({ upgrade: 'websocket' }))).toBe(true)
  })
})
