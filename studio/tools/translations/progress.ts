import { cellOf, type MatrixRow } from './rows.ts'

/** How many texts of how many are approved. */
export type Progress = { approved: number; total: number }

/** Progress of each language over these rows, in the order of the languages. */
export function progressOf(
  rows: readonly MatrixRow[],
  languages: readonly string[],
): Map<string, Progress> {
  return new Map(
    languages.map((language) => {
      let approved = 0
      let total = 0
      for (const row of rows) {
        const { state, count } = cellOf(row, language)
        approved += count?.approved ?? (state === 'approved' ? 1 : 0)
        total += count?.total ?? 1
      }
      return [language, { approved, total }]
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
