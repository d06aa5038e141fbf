import { openDB } from 'idb'
import { z } from 'zod'

/** What a screen keeps of one place. Envelopes are kept as they came and verified again before they play. */
const kept = z.object({
  place: z.string(),
  pinnedKey: z.string(),
  /** The highest counter ever taken. */
  newest: z.number(),
  current: z.instanceof(Uint8Array<ArrayBuffer>),
  previous: z.instanceof(Uint8Array<ArrayBuffer>).optional(),
  /** The highest time seen, epoch milliseconds. */
  highestMoment: z.number(),
  usedAt: z.number(),
})
export type Kept = z.infer<typeof kept>

/** The notebook of a screen. Every method may fail like the disk under it. */
export type Keeper = {
  /** `undefined` where nothing is kept, or nothing legible. */
  read: (place: string) => Promise<Kept | undefined>
  /** Everything legible, the last used first. */
  readAll: () => Promise<Kept[]>
  /** Changes a record in one step: whole or not at all, and on disk when it resolves. */
  change: (place: string, change: (before: Kept | undefined) => Kept | undefined) => Promise<void>
}

let opened: ReturnType<typeof open> | undefined

/** Opens the notebook in IndexedDB, once; after a failure or a loss, again at the next call. */
export async function openKeeper(): Promise<Keeper> {
  const forget = () => {
    opened = undefined
  }
  opened ??= open(forget)
  const database = await opened.catch((cause: unknown) => {
    forget()
    throw cause
  })
  return {
    read: async (place) => legible(await database.get('places', place)),
    readAll: async () => {
      const records = (await database.getAll('places')).flatMap((record) => legible(record) ?? [])
      return records.sort((one, other) => other.usedAt - one.usedAt)
    },
    change: async (place, change) => {
      const step = database.transaction('places', 'readwrite', { durability: 'strict' })
      const after = change(legible(await step.store.get(place)))
      if (after !== undefined) await step.store.put(after)
      await step.done
    },
  }
}

function open(onLost: () => void) {
  return openDB('waymark-screen', 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore('places', { keyPath: 'place' })
    },
    terminated: onLost,
  })
}

function legible(record: unknown): Kept | undefined {
  const parsed = kept.safeParse(record)
  return parsed.success ? parsed.data : undefined
}
