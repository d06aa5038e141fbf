/** The day it is now, in UTC, as documents hold days. */
export function today(): string {
  return new Date().toISOString().slice(0, 10)
}

/** Who reviews, and when it is now, as documents hold it. */
export function reviewingNow(by: string): { by: string; on: string; at: string } {
  return { by, on: today(), at: new Date().toISOString() }
}
