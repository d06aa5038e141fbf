import { expect, test } from 'vitest'
import { addressCover } from '#content/access/cover-address.ts'

test('an address has the same stand-in as long as the process lives, and another one in the next', () => {
  const [first, second] = [addressCover(), addressCover()]
  expect(first('192.0.2.7')).toBe(first('192.0.2.7'))
  expect(first('192.0.2.7')).not.toBe(first('192.0.2.8'))
  expect(first('192.0.2.7')).not.toBe(second('192.0.2.7'))
  expect(first('192.0.2.7')).toMatch(/^fd[0-9a-f]{2}(:[0-9a-f]{4}){3}::1$/)
})

test('a whole network of IPv6, which is one visitor, has one stand-in', () => {
  const cover = addressCover()
  expect(cover('2001:db8:1:2::1')).toBe(cover('2001:0DB8:0001:0002:ffff:1:2:3'))
  expect(cover('2001:db8:1:2::1')).not.toBe(cover('2001:db8:1:3::1'))
  expect(cover('2001:db8::1')).toBe(cover('2001:db8:0:0:1::'))
  expect(cover('::ffff:192.0.2.7')).toBe(cover('192.0.2.7'))
  expect(cover('::ffff:c000:207')).toBe(cover('192.0.2.7'))
  expect(cover('fe80::1%eth0')).toBe(cover('fe80::2%eth1'))
})
