import { isLakeDocument, type LakeDocument } from './document.ts'
import { LakeBug } from './errors.ts'

/** One row as SQLite gives it. */
export type Row = Record<string, unknown>

/** A column that the schema says is text. */
export function textOf(row: Row, column: string): string {
  const value = row[column]
  if (typeof value !== 'string') throw new LakeBug(`column ${column} is not text`)
  return value
}

/** A column that the schema says is a number. */
export function numberOf(row: Row, column: string): number {
  const value = row[column]
  if (typeof value !== 'number') throw new LakeBug(`column ${column} is not a number`)
  return value
}

/** A kept document; undefined where the column is null. */
export function documentOf(body: unknown): LakeDocument | undefined {
  if (typeof body !== 'string') return undefined
  const document: unknown = JSON.parse(body)
  if (!isLakeDocument(document)) throw new LakeBug('a kept document lacks its system fields')
  return document
}
