/** Lets `burst` through at once, and then so many a second. Returns whether one more may pass. */
export function createRateLimit(
  perSecond: number,
  burst: number,
  /** Milliseconds that only ever count up. */
  clock: () => number = () => performance.now(),
): () => boolean {
  let left = burst
  let lastMs = clock()
  return () => {
    const nowMs = clock()
    left = Math.min(burst, left + ((nowMs - lastMs) / 1000) * perSecond)
    lastMs = nowMs
    if (left < 1) return false
    left -= 1
    return true
  }
}
