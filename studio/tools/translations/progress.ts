import { cellOf, type MatrixRow } from './rows.ts'

/** How many texts of how many are approved. A row is one text; our own words together are one, approved when all are. */
export type Progress = { approved: number; total: number }

/** Progress of each language over these rows, in the order of the languages. */
export function progressOf(
  rows: readonly MatrixRow[],
  languages: readonly string[],
): Map<string, Progress> {
  return new Map(
    languages.map((language) => {
      let approved = 0
      for (const row of rows) {
        if (cellOf(row, language).state === 'approved') approved++
      }
      return [language, { approved, total: rows.length }]
    }),
  )
}

/** Progress of all languages together. */
export function sumOf(all: Iterable<Progress>): Progress {
  const sum = { approved: 0, total: 0 }
  for (const { approved, total } of all) {
    sum.approved += approved
    sum.total += total
  }
  return sum
}
