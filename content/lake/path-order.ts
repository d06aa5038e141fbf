import { isJsonObject, type LakeDocument } from './document.ts'

/** Names from a document down to a value, such as `['slug', 'current']`. */
export type AttributePath = readonly string[]

/** A value that GROQ can compare. */
export type Comparable = string | number | boolean

/** Value at a path as GROQ's attribute access finds it; undefined where there is none that can be compared. */
export function comparableAt(document: LakeDocument, path: AttributePath): Comparable | undefined {
  let value: unknown = document
  for (const name of path) {
    if (!isJsonObject(value) || !Object.hasOwn(value, name)) return undefined
    value = value[name]
  }
  return isComparable(value) ? value : undefined
}

/** True for what has a place of its own in GROQ's order. */
export function isComparable(value: unknown): value is Comparable {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

/**
 * GROQ's total order over JSON: numbers, strings (UTF-16 code units), booleans, then
 * everything else as equals.
 *
 * @see https://sanity-io.github.io/GROQ/GROQ-1.revision1/#TotalCompare()
 */
export function compareValues(a: Comparable | undefined, b: Comparable | undefined): number {
  const byKind = kindRank(a) - kindRank(b)
  if (byKind !== 0) return byKind
  if (a === undefined || b === undefined || a === b) return 0
  return a < b ? -1 : 1
}

/** Kinds of value in GROQ's order; dates are not kept in JSON. */
export function kindRank(value: Comparable | undefined): number {
  if (typeof value === 'number') return 1
  if (typeof value === 'string') return 2
  return typeof value === 'boolean' ? 3 : 4
}

/** Order of two documents by `_id` (UTF-16 code units). */
export function byId(a: LakeDocument, b: LakeDocument): number {
  return a._id < b._id ? -1 : Number(a._id > b._id)
}

/** Order by the value at a path, then by `_id`: as GROQ's stable `order()` has it over a dataset sorted by `_id`. */
export function byPath(path: AttributePath): (a: LakeDocument, b: LakeDocument) => number {
  return (a, b) => compareValues(comparableAt(a, path), comparableAt(b, path)) || byId(a, b)
}
