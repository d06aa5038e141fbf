import { expect, test } from 'vitest'
import { addressCover } from '#content/access/cover-address.ts'

test('an address has the same stand-in as long as the process lives, and another one in the next', () => {
  const [first, second] = [addressCover(), addressCover()]
  expect(first('192.0.2.7')).toBe(first('192.0.2.7'))
  expect(first('192.0.2.7')).not.toBe(first('192.0.2.8'))
  expect(first('192.0.2.7')).not.toBe(second('192.0.2.7'))
  expect(first('192.0.2.7')).toMatch(/^fd[0-9a-f]{2}(:[0-9a-f]{4}){3}::1$/)
})
