import { expect, test } from 'vitest'
import { shareAddress } from '../../../site/lib/share-address.ts'
import { shareCode } from '../../../site/lib/share-code.ts'

const at = (path: string, origin = 'https://help.example') =>
  shareAddress(new URL(path, origin), 'ti', { origin })

test('a page behind a code is shared by its code, and nothing else of its address', () => {
  expect(at('/Q/DEMO01?card=1')).toBe('https://help.example/Q/DEMO01/ti')
  expect(at('/en/centralia-station?at=xa')).toBe('https://help.example/ti/centralia-station')
})

test('an address of ours has a code', () => {
  expect(shareCode(at('/Q/DEMO01'))?.path).toMatch(/^M\d/)
})

test('an address that no code can hold leaves the page without one, not without help', () => {
  expect(shareCode(at('/ti/centralia-station', 'http://[::1]:4321'))).toBeUndefined()
})
