/** Without push a screen asks this often; with push, half as often. */
const CHECK_MS = 30_000
const PUSHED_CHECK_MS = 60_000
/** A screen without a network asks ever more seldom, up to this. */
const LONGEST_MS = 300_000

/**
 * Milliseconds until a screen looks for news again. `failures` counts those in a row;
 * `random` in [0, 1) spreads the screens of a network that comes back, by a tenth.
 */
export function nextCheckMs(
  { failures, isPushed }: { failures: number; isPushed: boolean },
  random: number,
): number {
  const usual = isPushed ? PUSHED_CHECK_MS : CHECK_MS
  const backedOff = Math.min(LONGEST_MS, usual * 2 ** Math.min(failures, 10))
  return Math.round(backedOff * (0.9 + random / 10))
}
