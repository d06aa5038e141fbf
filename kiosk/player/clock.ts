/** A clock that never runs back. */
export type KioskClock = {
  /** Epoch milliseconds. */
  now: () => number
  /** Tells the clock of a moment that has certainly been: a release's creation, the highest time kept. */
  raise: (moment: number) => void
}

/**
 * Makes the screen's clock: the highest of the device's clock, every moment it was raised to, and
 * the highest time seen plus the time that has run since. `monotonic` counts milliseconds from any start.
 */
export function createClock(source: { wall: () => number; monotonic: () => number }): KioskClock {
  let seen = { moment: source.wall(), at: source.monotonic() }
  const raise = (moment: number) => {
    const at = source.monotonic()
    seen = { moment: Math.max(moment, source.wall(), seen.moment + (at - seen.at)), at }
  }
  return {
    now: () => {
      raise(0)
      return Math.floor(seen.moment)
    },
    raise,
  }
}
