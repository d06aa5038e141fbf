import { z } from 'zod'

/** Tells of the screens that are connected now; nobody keeps which one was where. */
export type ShownReleases = {
  /** Slugs of the places that a screen has asked for since the start. */
  places: () => readonly string[]
  /** Counters of the releases that the connected screens of a place show; `undefined` until one has said. */
  shown: (place: string) => readonly (number | undefined)[]
  /** The counter and the words of the release that screens of a place are handed now, as JSON. */
  current: (place: string) => Promise<{ counter: number; payload: string } | undefined>
}

/** Names one connection of a screen, at random, for as long as it lasts. */
const stream = z.uuid()

/** The first thing that a screen hears on a connection. */
export const streamEvent = z.object({ stream })

/** What a screen says on it: the release that is on the glass now. */
export const shownReport = z.strictObject({ stream, counter: z.int().positive() })
export type ShownReport = z.infer<typeof shownReport>
