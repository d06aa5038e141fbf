/** Whether the long suites run at their full counts (`npm run test:long`) or as samples. */
export const isLong = process.env['WAYMARK_LONG'] !== undefined

/** How often a property is tried: `sample` times, or twenty times as often in the long run. */
export function runs(sample: number): { numRuns: number } {
  return { numRuns: isLong ? sample * 20 : sample }
}
