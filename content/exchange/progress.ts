/** Tells how far some work is: what is being done, how much of it, of how much. */
export type Progress = (step: string, done?: number, of?: number) => void

/** Work that is over sooner says nothing. */
const QUIET_MS = 1000

/** Says a line a second at most, the first after a second. */
export function createProgress({
  say,
  now,
}: {
  say: (line: string) => void
  /** Milliseconds, of a clock that only goes on. */
  now: () => number
}): Progress {
  let saidAt = now()
  return (step, done, of) => {
    if (now() - saidAt < QUIET_MS) return
    saidAt = now()
    const count = [done, of].filter((number) => number !== undefined).join(' of ')
    say(count === '' ? `${step} ...` : `${step}: ${count}`)
  }
}
