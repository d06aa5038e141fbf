/** How many items pass between two calls. */
const STRIDE = 16

/**
 * The same items in a new array that calls `tick` now and then while it is walked through. groq-js
 * (2.0.1) cannot be interrupted, but walks through a dataset with `for...of`: a tick that throws ends it.
 */
export function watched<T>(items: readonly T[], tick: () => void): readonly T[] {
  const copy = items.slice()
  const walk = function* () {
    for (let at = 0; at < copy.length; at++) {
      if (at % STRIDE === 0) tick()
      const item = copy[at]
      if (item !== undefined) yield item
    }
  }
  Object.defineProperty(copy, Symbol.iterator, { value: walk })
  return copy
}
