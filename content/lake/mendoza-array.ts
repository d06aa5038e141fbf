import { isDeepStrictEqual } from 'node:util'
import { isJsonObject } from './document.ts'
import { type Differ, OPCODE, type Operations } from './mendoza-opcode.ts'

/**
 * Builds a list anew out of runs of old items, changed old items and new ones. An item with a
 * `_key` is found again by it, any other by being equal, or at the place where it would stand.
 */
export function arrayOperations(
  before: readonly unknown[],
  after: readonly unknown[],
  diff: Differ,
): Operations | undefined {
  if (after.length === 0) return undefined
  const find = finderIn(before)
  const operations: unknown[][] = []
  let run: { from: number; to: number } | undefined
  let next = 0
  const endRun = () => {
    if (run) operations.push([OPCODE.arrayAppendSlice, run.from, run.to])
    run = undefined
  }
  for (const item of after) {
    const place = find(item, next)
    const old = before[place]
    next = place + 1
    if (place < before.length && isDeepStrictEqual(old, item)) {
      if (run?.to !== place) endRun()
      run = { from: run?.from ?? place, to: next }
      continue
    }
    endRun()
    operations.push(itemOperations(place, old, item, diff))
  }
  endRun()
  return operations.flat()
}

function itemOperations(place: number, old: unknown, item: unknown, diff: Differ): unknown[] {
  const change = diff(old, item)
  if (!change) return [OPCODE.arrayAppendValue, item]
  const push = isJsonObject(old) ? OPCODE.pushElementCopy : OPCODE.pushElementBlank
  return [push, place, ...change, OPCODE.returnIntoArrayPop]
}

/** Finds the place of an old item that a new one may come from; past the end where there is none. */
function finderIn(before: readonly unknown[]) {
  const byKey = new Map<string, number>()
  const byText = new Map<string, number>()
  for (const [place, item] of before.entries()) {
    const key = keyOf(item)
    const [places, name] = key === undefined ? [byText, JSON.stringify(item)] : [byKey, key]
    if (!places.has(name)) places.set(name, place)
  }
  return (item: unknown, next: number): number => {
    const key = keyOf(item)
    if (key !== undefined) return byKey.get(key) ?? before.length
    if (next < before.length && isDeepStrictEqual(before[next], item)) return next
    return byText.get(JSON.stringify(item)) ?? Math.min(next, before.length)
  }
}

function keyOf(item: unknown): string | undefined {
  const key = isJsonObject(item) ? item['_key'] : undefined
  return typeof key === 'string' ? key : undefined
}
