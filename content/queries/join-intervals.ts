import type { WallInterval } from './week-of.ts'

/** Open spans in order, where one that begins as another ends goes on with it: nobody closes in between. */
export function joinIntervals(intervals: readonly WallInterval[]): WallInterval[] {
  const joined: WallInterval[] = []
  for (const interval of intervals) {
    const last = joined.at(-1)
    const goesOn = last?.to.day === interval.from.day && last.to.time === interval.from.time
    if (goesOn) joined.splice(-1, 1, { from: last.from, to: interval.to })
    else joined.push(interval)
  }
  return joined
}
