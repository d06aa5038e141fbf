import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextCheckMs } from '../../../kiosk/player/checks.ts'

const MINUTE_MS = 60_000
const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })

test('a screen without push asks at least every 30 seconds, one with push every minute', () => {
  fc.assert(
    fc.property(share, (random) => {
      expect(nextCheckMs({ failures: 0, isPushed: false }, random)).toBeLessThanOrEqual(30_000)
      expect(nextCheckMs({ failures: 0, isPushed: true }, random)).toBeLessThanOrEqual(MINUTE_MS)
    }),
  )
})

test('a screen without network asks ever more seldom, but never more than 5 minutes apart', () => {
  fc.assert(
    fc.property(fc.nat(), fc.boolean(), share, (failures, isPushed, random) => {
      const ms = nextCheckMs({ failures, isPushed }, random)
      expect(ms).toBeLessThanOrEqual(5 * MINUTE_MS)
      expect(ms).toBeGreaterThanOrEqual(27_000)
    }),
  )
})
