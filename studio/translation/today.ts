/** The day it is now, in UTC, as documents hold days. */
export function today(): string {
  return new Date().toISOString().slice(0, 10)
}
