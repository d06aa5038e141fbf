/** Items in an order, each once. Insertion and removal move one block, whatever the size of the list. */
export interface OrderedList<T> {
  readonly size: number
  /** All items as one array; made anew by the first reader after a change. */
  readonly list: readonly T[]
  insert(item: T): void
  /** Takes out the item that is equal in order. */
  remove(item: T): void
  at(place: number): T | undefined
  slice(start: number, end: number): T[]
  /** How many items lie before; they have to be the first ones in this order. */
  countBefore(isBefore: (item: T) => boolean): number
}

/** Items of a block at the most; a full one is split in two. Measured: 128 to 1024 differ little. */
const BLOCK = 512

/** Sorts once, then keeps the order on every change. */
export function createOrderedList<T>(
  compare: (a: T, b: T) => number,
  initial: Iterable<T>,
): OrderedList<T> {
  const blocks = blocksOf([...initial].sort(compare))
  let size = blocks.reduce((count, block) => count + block.length, 0)
  let flat: readonly T[] | undefined

  const spotOf = (item: T) => {
    const at = Math.min(
      firstIndex(blocks, (block) => !isLess(block.at(-1), item, compare)),
      Math.max(0, blocks.length - 1),
    )
    const block = blocks[at] ?? []
    return { at, block, within: firstIndex(block, (other) => compare(other, item) >= 0) }
  }

  const slice = (start: number, end: number) => {
    const found: T[] = []
    let passed = 0
    for (const block of blocks) {
      if (passed >= end) break
      if (passed + block.length > start) {
        found.push(...block.slice(Math.max(0, start - passed), end - passed))
      }
      passed += block.length
    }
    return found
  }

  return {
    get size() {
      return size
    },
    get list() {
      flat ??= blocks.flat()
      return flat
    },
    insert(item) {
      const { at, block, within } = spotOf(item)
      block.splice(within, 0, item)
      if (blocks.length === 0) blocks.push(block)
      else if (block.length > BLOCK) blocks.splice(at + 1, 0, block.splice(BLOCK >> 1))
      size += 1
      flat = undefined
    },
    remove(item) {
      const { at, block, within } = spotOf(item)
      const found = block[within]
      if (found === undefined || compare(found, item) !== 0) return
      block.splice(within, 1)
      if (block.length === 0) blocks.splice(at, 1)
      size -= 1
      flat = undefined
    },
    at: (place) => slice(place, place + 1)[0],
    slice,
    countBefore(isBefore) {
      const at = firstIndex(blocks, (block) => {
        const last = block.at(-1)
        return last === undefined || !isBefore(last)
      })
      let passed = 0
      for (let before = 0; before < at; before++) passed += blocks[before]?.length ?? 0
      return passed + firstIndex(blocks[at] ?? [], (item) => !isBefore(item))
    },
  }
}

function blocksOf<T>(sorted: T[]): T[][] {
  const half = BLOCK >> 1
  return Array.from({ length: Math.ceil(sorted.length / half) }, (_, at) =>
    sorted.slice(at * half, (at + 1) * half),
  )
}

function isLess<T>(a: T | undefined, b: T, compare: (a: T, b: T) => number): boolean {
  return a !== undefined && compare(a, b) < 0
}

function firstIndex<T>(sorted: readonly T[], isFound: (item: T) => boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const item = sorted[middle]
    if (item !== undefined && !isFound(item)) low = middle + 1
    else high = middle
  }
  return low
}
