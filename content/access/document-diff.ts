import { isDeepStrictEqual } from 'node:util'
import { isJsonObject, type LakeDocument } from '../lake/document.ts'
import { strengthenReferences } from '../lake/strengthen.ts'

/** One difference between two states of a document. */
export interface Difference {
  /** Names of attributes; an item of a list is `[]`. */
  path: readonly string[]
  /** Undefined where it was not there. */
  before: unknown
  after: unknown
}

/** Written by the lake, or told by the layer that a document lies in. */
const OF_THE_LAKE = ['_id', '_rev', '_createdAt', '_updatedAt', '_system']

/**
 * How two states of a document differ in what people write. Items of lists are paired by `_key`;
 * one language of a text or name is told whole, as is what cannot be paired. That publishing makes
 * references strong is no difference.
 */
export function differencesOf(before: LakeDocument, after: LakeDocument): Difference[] {
  return inside(contentOf(before), contentOf(after), [])
}

/** Whether something is one language of a text or name. */
export function isTranslation(value: unknown): value is { language: string; value: unknown } {
  return isJsonObject(value) && typeof value['language'] === 'string' && 'value' in value
}

function contentOf(document: LakeDocument): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(strengthenReferences(document)).filter(([name]) => !OF_THE_LAKE.includes(name)),
  )
}

function inside(before: unknown, after: unknown, path: readonly string[]): Difference[] {
  if (isDeepStrictEqual(before, after)) return []
  const whole = [{ path, before, after }]
  if (isTranslation(before) || isTranslation(after)) return whole
  if (isJsonObject(before) && isJsonObject(after)) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)])
    return [...names].flatMap((name) => inside(before[name], after[name], [...path, name]))
  }
  if (!isAbsentOrList(before) || !isAbsentOrList(after)) return whole
  const [old, current] = [byKey(before ?? []), byKey(after ?? [])]
  if (!old || !current) return whole
  const kept = (one: Map<string, unknown>, other: Map<string, unknown>) =>
    [...one.keys()].filter((key) => other.has(key))
  if (!isDeepStrictEqual(kept(old, current), kept(current, old))) return whole
  const keys = new Set([...old.keys(), ...current.keys()])
  return [...keys].flatMap((key) => inside(old.get(key), current.get(key), [...path, '[]']))
}

function isAbsentOrList(value: unknown): value is unknown[] | undefined {
  return value === undefined || Array.isArray(value)
}

/** Undefined where an item has no key, or two have the same. */
function byKey(items: readonly unknown[]): Map<string, unknown> | undefined {
  const keyed = new Map<string, unknown>()
  for (const item of items) {
    const key = isJsonObject(item) ? item['_key'] : undefined
    if (typeof key !== 'string' || keyed.has(key)) return undefined
    keyed.set(key, item)
  }
  return keyed
}
