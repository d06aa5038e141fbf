import { z } from 'zod'
import { placeSlug } from '#content/model/ids.ts'
import { release } from '../release/release.ts'

/** What the page tells the worker. */
export const toWorker = z.discriminatedUnion('type', [
  /** A page has opened and wants to play. Without a place: the one played last. */
  z.object({ type: z.literal('hello'), place: placeSlug.optional() }),
  /** Look whether there is a newer release. */
  z.object({ type: z.literal('check'), place: placeSlug }),
  /** The highest time the page has seen, epoch milliseconds, to be kept over a restart. */
  z.object({ type: z.literal('seen'), place: placeSlug, moment: z.number() }),
  /** Nobody is reading: a new shell may take over. */
  z.object({ type: z.literal('take-over') }),
])
export type ToWorker = z.infer<typeof toWorker>

/** What the worker tells the page. */
export const toPage = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('play'),
    place: placeSlug,
    release,
    /** The highest time ever seen on this screen, epoch milliseconds. */
    highestMoment: z.number(),
    /** The key was pinned at first use, not by pairing. */
    isPreview: z.boolean(),
  }),
  z.object({ type: z.literal('checked'), place: placeSlug, outcome: z.string() }),
])
export type ToPage = z.infer<typeof toPage>
