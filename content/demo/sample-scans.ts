import { type ShortCode, shortCode } from '#content/model/short-code.ts'

/**
 * Made-up scans of the demo's pieces that hang, one figure for each week since they were hung, the newest first. They
 * show all that there is to tell: totals with and without small figures, totals held back, pieces that came later.
 */
const SCANS: Readonly<Record<string, readonly number[]>> = {
  DEMO01: [214, 186, 197, 171, 158, 122, 96, 41],
  KW7A4H: [63, 58, 9, 47, 52, 38],
  AR4PTX: [131, 144, 118, 92, 107, 84],
  C4RTN7: [46, 39, 51, 33, 8],
  C9ACH7: [27, 4, 31, 22, 18],
  TRA9M4: [88, 73, 79, 65],
  CAMP36: [7, 12, 3, 9],
  CENTR9: [16, 9, 13],
  HARW37: [4, 7, 14],
  E6RDGE: [23, 19, 6],
  N9RTH3: [31, 26],
  T4RN6A: [18, 7],
  FARM74: [12],
}

/** Scans by code of one week, and of no code that did not hang yet as it ended. `weeksAgo` is 1 for the last week. */
export type SampleWeek = { weeksAgo: number; scans: ReadonlyMap<ShortCode, number> }

/** The demo's past weeks, the oldest first. */
export function sampleWeeks(): SampleWeek[] {
  const codes = Object.entries(SCANS)
  const most = Math.max(...codes.map(([, figures]) => figures.length))
  return Array.from({ length: most }, (_, at) => {
    const weeksAgo = most - at
    const scans = codes.flatMap(([code, figures]) => {
      const figure = figures[weeksAgo - 1]
      return figure === undefined ? [] : [[shortCode.parse(code), figure] as const]
    })
    return { weeksAgo, scans: new Map(scans) }
  })
}
