import { isDeepStrictEqual } from 'node:util'
import { isJsonObject, type JsonObject } from './document.ts'
import { arrayOperations } from './mendoza-array.ts'
import { OPCODE, type Operations } from './mendoza-opcode.ts'
import { stringOperations } from './mendoza-string.ts'

/**
 * Characters that a difference may be longer than the new value and still be preferred: it tells
 * which words somebody changed, the new value only that something is different.
 */
const WORTH = 32

/**
 * Mendoza patch that makes a JSON value out of another: what the Studio applies to follow a
 * document, and reads to show who changed which words. Empty where both are equal.
 *
 * @example mendozaPatch({n: 1, title: 'Hall'}, {n: 2, title: 'Hall'}) // [17, 2, 'n']
 */
export function mendozaPatch(before: unknown, after: unknown): Operations {
  if (isDeepStrictEqual(before, after)) return []
  const operations = difference(before, after)
  if (!operations) return [OPCODE.value, after]
  // The root starts as a copy.
  return isJsonObject(before) ? operations : [OPCODE.blank, ...operations]
}

/** A {@link Differ} for values of every kind that are not equal. */
function difference(before: unknown, after: unknown): Operations | undefined {
  const operations = operationsOf(before, after)
  if (!operations) return undefined
  const isWorth = JSON.stringify(operations).length <= JSON.stringify(after).length + WORTH
  return isWorth ? operations : undefined
}

function operationsOf(before: unknown, after: unknown): Operations | undefined {
  if (typeof before === 'string' && typeof after === 'string') {
    return stringOperations(before, after)
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    return arrayOperations(before, after, difference)
  }
  if (isJsonObject(before) && isJsonObject(after)) return objectOperations(before, after)
  return undefined
}

function objectOperations(before: JsonObject, after: JsonObject): Operations | undefined {
  const oldNames = namesOf(before)
  const newNames = namesOf(after)
  // The decoder would set the prototype.
  if (oldNames.includes('__proto__') || newNames.includes('__proto__')) return undefined
  const places = new Map(oldNames.map((name, place) => [name, place]))
  const kept = new Set(newNames)
  const deleted = oldNames.flatMap((name, place) =>
    kept.has(name) ? [] : [OPCODE.objectDeleteField, place],
  )
  const written = newNames.map((name) => {
    const [old, value] = [before[name], after[name]]
    const place = places.get(name)
    return place === undefined
      ? [OPCODE.objectSetFieldValue, value, name]
      : fieldOperations({ name, place, old, value })
  })
  return [...deleted, ...written.flat()]
}

interface Field {
  name: string
  place: number
  old: unknown
  value: unknown
}

function fieldOperations({ name, place, old, value }: Field): unknown[] {
  if (isDeepStrictEqual(old, value)) return []
  const change = difference(old, value)
  if (!change) return [OPCODE.objectSetFieldValue, value, name]
  const push = isJsonObject(old) ? OPCODE.pushFieldCopy : OPCODE.pushFieldBlank
  return [push, place, ...change, OPCODE.returnIntoObjectSameKeyPop]
}

/** Names in the order in which the decoder counts them. An undefined attribute is none in JSON. */
function namesOf(object: JsonObject): string[] {
  return Object.keys(object)
    .filter((name) => object[name] !== undefined)
    .sort()
}
