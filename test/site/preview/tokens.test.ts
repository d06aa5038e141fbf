import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createPreviewTokens } from '../../../site/preview/tokens.ts'

test('a token says whose it is and what for, until its half hour is over', () => {
  let now = 1_000_000
  const tokens = createPreviewTokens(() => now)
  const { token, expiresAt } = tokens.issue('message-a', 'account-a')
  expect(tokens.read(token)).toEqual({ state: 'open', id: 'message-a', account: 'account-a' })
  now = expiresAt.getTime()
  expect(tokens.read(token)).toEqual({ state: 'expired' })
})

test('what another process issued, or somebody changed, is no token', () => {
  const tokens = createPreviewTokens(() => 0)
  const { token } = tokens.issue('message-a', 'account-a')
  expect(createPreviewTokens(() => 0).read(token)).toBeUndefined()
  fc.assert(
    fc.property(fc.nat(token.length - 1), fc.constantFrom('A', 'b', '.', '-'), (at, letter) => {
      const changed = `${token.slice(0, at)}${letter}${token.slice(at + 1)}`
      // The last letter of 32 bytes in base64url holds two bits that mean nothing.
      fc.pre(changed !== token && at < token.length - 1)
      expect(tokens.read(changed)).toBeUndefined()
    }),
  )
  fc.assert(fc.property(fc.string(), (text) => tokens.read(text) === undefined))
})
