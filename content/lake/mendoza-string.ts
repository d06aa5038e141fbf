import { OPCODE, type Operations } from './mendoza-opcode.ts'

/**
 * Keeps what two texts begin and end with alike. Undefined where that is nothing.
 *
 * A slice out of the middle is never taken: the decoder `mendoza` (3.0.8) finds the wrong end of it
 * after letters of several bytes.
 *
 * @example stringOperations('a cat', 'a rat') // [23, 0, 2, 22, 'r', 23, 3, 5]
 */
export function stringOperations(before: string, after: string): Operations | undefined {
  const prefix = commonPrefix(before, after)
  const suffix = commonSuffix(before, after, prefix)
  if (prefix + suffix === 0) return undefined
  const bytes = Buffer.byteLength(before)
  const added = after.slice(prefix, after.length - suffix)
  const kept = Buffer.byteLength(before.slice(before.length - suffix))
  return [
    ...(prefix > 0
      ? [OPCODE.stringAppendSlice, 0, Buffer.byteLength(before.slice(0, prefix))]
      : []),
    ...(added === '' ? [] : [OPCODE.stringAppendString, added]),
    ...(suffix > 0 ? [OPCODE.stringAppendSlice, bytes - kept, bytes] : []),
  ]
}

/** Code units that both begin with; never half of a surrogate pair. */
function commonPrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let length = 0
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++
  return length > 0 && isHighSurrogate(a.charCodeAt(length - 1)) ? length - 1 : length
}

/** Code units after the prefix that both end with; never half of a surrogate pair. */
function commonSuffix(a: string, b: string, prefix: number): number {
  const most = Math.min(a.length, b.length) - prefix
  let length = 0
  while (
    length < most &&
    a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)
  )
    length++
  return length > 0 && isLowSurrogate(a.charCodeAt(a.length - length)) ? length - 1 : length
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
