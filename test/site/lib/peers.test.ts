import { expect, test } from 'vitest'
import { isLoopback, peerChecker, peerReader } from '../../../site/lib/peers.ts'

test.each([
  ['127.0.0.1', true],
  ['127.1.2.3', true],
  ['::1', true],
  ['localhost', true],
  ['0.0.0.0', false],
  ['127.example.org', false],
  ['192.168.1.2', false],
])('only this machine reaches %s: %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected)
})

test('a proxy that is named may ask, and so may the machine itself; nobody else', () => {
  const mayAsk = peerChecker(['10.0.0.0/8', '2001:db8::7'])
  expect(mayAsk('10.20.30.40')).toBe(true)
  expect(mayAsk('2001:db8::7')).toBe(true)
  expect(mayAsk('127.0.0.1')).toBe(true)
  expect(mayAsk('::ffff:10.1.1.1')).toBe(true)
  expect(mayAsk('203.0.113.9')).toBe(false)
  expect(mayAsk('2001:db8::8')).toBe(false)
  expect(mayAsk('')).toBe(false)
})

test.each([
  ['192.0.2.9', '203.0.113.5', '192.0.2.9'],
  ['10.0.0.2', '203.0.113.5', '203.0.113.5'],
  ['10.0.0.2', '198.51.100.1, 203.0.113.5, 10.0.0.3', '203.0.113.5'],
  ['10.0.0.2', 'unknown', '10.0.0.2'],
])('whoever asks from %s with "%s" is %s: only named proxies are believed', (from, chain, who) => {
  expect(peerReader(['10.0.0.0/8'])(from, new Headers({ 'x-forwarded-for': chain }))).toBe(who)
})
