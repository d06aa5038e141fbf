import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createClock } from '../../../kiosk/player/clock.ts'

describe('the clock of a screen', () => {
  test('is never earlier than the creation of its release, even if the device says 1970', () => {
    const clock = createClock({ wall: () => 0, monotonic: () => 5 })
    clock.raise(2_000_000_000_000)
    expect(clock.now()).toBe(2_000_000_000_000)
  })

  test('goes on from the highest time seen when the device clock falls back', () => {
    let wall = 1_000_000
    let monotonic = 0
    const clock = createClock({ wall: () => wall, monotonic: () => monotonic })
    expect(clock.now()).toBe(1_000_000)
    wall = 0
    monotonic = 60_000
    expect(clock.now()).toBe(1_060_000)
  })

  test('never runs back, whatever the device clock does', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(4e12), fc.nat(1e7), fc.boolean())), (steps) => {
        let wall = 0
        let monotonic = 0
        let last = 0
        const clock = createClock({ wall: () => wall, monotonic: () => monotonic })
        for (const [nextWall, passed, isRelease] of steps) {
          if (isRelease) clock.raise(nextWall)
          else wall = nextWall
          monotonic += passed
          const now = clock.now()
          expect(now).toBeGreaterThanOrEqual(last + passed)
          expect(now).toBeGreaterThanOrEqual(nextWall)
          last = now
        }
      }),
    )
  })
})
