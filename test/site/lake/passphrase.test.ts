import { expect, test } from 'vitest'
import { readPassphrase } from '../../../site/lake/passphrase.ts'

test('a passphrase comes from the environment, and a short one only opens', async () => {
  expect(await readPassphrase({ WAYMARK_PASSPHRASE: 'five random words' }, true)).toBe(
    'five random words',
  )
  expect(await readPassphrase({ WAYMARK_PASSPHRASE: 'short' }, false)).toBe('short')
  await expect(readPassphrase({ WAYMARK_PASSPHRASE: 'short' }, true)).rejects.toThrow(/too short/)
})

test('without a terminal nobody is asked', async () => {
  await expect(readPassphrase({ WAYMARK_PASSPHRASE: '' }, false)).rejects.toThrow(
    /set WAYMARK_PASSPHRASE/,
  )
})
