/** What may be loaded now, by its name. */
export type Shelf<Item> = { find: (name: string) => Promise<Item | undefined> }

/**
 * Keeps what `load` tells until something changes. Nothing that was being read when a change came is answered with:
 * what was withdrawn meanwhile is gone for whoever waits, too.
 */
export function createShelf<Item>(
  load: () => Promise<ReadonlyMap<string, Item>>,
  onChange: (listener: () => void) => unknown,
): Shelf<Item> {
  let kept: Promise<ReadonlyMap<string, Item>> | undefined
  onChange(() => {
    kept = undefined
  })

  async function find(name: string): Promise<Item | undefined> {
    kept ??= load()
    const reading = kept
    try {
      const items = await reading
      return kept === reading ? items.get(name) : find(name)
    } catch (error) {
      // The next one who asks tries again.
      if (kept === reading) kept = undefined
      throw error
    }
  }

  return { find }
}
