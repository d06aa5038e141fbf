import { isDeepStrictEqual } from 'node:util'
import { isJsonObject, type JsonObject } from './document.ts'

/** Written by the lake with every change. */
const SYSTEM: readonly string[] = ['_rev', '_updatedAt']

/**
 * Where two states of a document differ, as deep as can be named: list items by their `_key`, a list
 * without keys as a whole. Nothing of what is written there is told.
 *
 * @example changedPaths({ a: { b: 1 } }, { a: { b: 2 } }) // ['a.b']
 */
export function changedPaths(before: JsonObject, after: JsonObject): string[] {
  return attributesChanged(before, after, '').filter((path) => !SYSTEM.includes(path))
}

function attributesChanged(before: JsonObject, after: JsonObject, prefix: string): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].flatMap((name) =>
    valueChanged(before[name], after[name], prefix === '' ? name : `${prefix}.${name}`),
  )
}

function valueChanged(before: unknown, after: unknown, path: string): string[] {
  if (isDeepStrictEqual(before, after)) return []
  if (isJsonObject(before) && isJsonObject(after)) return attributesChanged(before, after, path)
  const [olds, news] = [byKey(before), byKey(after)]
  if (!olds || !news) return [path]
  const found = [...new Set([...olds.keys(), ...news.keys()])].flatMap((key) =>
    valueChanged(olds.get(key), news.get(key), `${path}[_key=="${key}"]`),
  )
  // The same items in another order.
  return found.length === 0 ? [path] : found
}

function byKey(list: unknown): Map<string, JsonObject> | undefined {
  if (!Array.isArray(list)) return undefined
  const items = new Map<string, JsonObject>()
  for (const item of list) {
    const key = isJsonObject(item) ? item['_key'] : undefined
    if (typeof key !== 'string' || items.has(key)) return undefined
    items.set(key, item)
  }
  return items
}
