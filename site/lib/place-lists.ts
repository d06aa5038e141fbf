/** Lists that are made once for the many pages that show a part of them. */
export type PlaceLists<Ask, List> = {
  /** The list that is asked for; whoever asks meanwhile waits for the same. */
  list: (ask: Ask) => Promise<List>
  /** Lists made so far, and those being made, are shown to nobody else. */
  clear: () => void
}

// One of twenty thousand places takes about 10 MB.
const MOST = 4

/** Keeps the lists used last. `key` tells apart what is asked for, `make` makes a list. */
export function createPlaceLists<Ask, List>(
  make: (ask: Ask) => Promise<List>,
  key: (ask: Ask) => string,
): PlaceLists<Ask, List> {
  const kept = new Map<string, Promise<List>>()
  const keep = (name: string, list: Promise<List>) => {
    kept.delete(name)
    kept.set(name, list)
    const [oldest] = kept.keys()
    if (kept.size > MOST && oldest !== undefined) kept.delete(oldest)
  }
  return {
    async list(ask) {
      const name = key(ask)
      const list = kept.get(name) ?? make(ask)
      keep(name, list)
      try {
        return await list
      } catch (cause) {
        if (kept.get(name) === list) kept.delete(name)
        throw cause
      }
    },
    clear: () => kept.clear(),
  }
}
