import type { Release } from '../release/release.ts'
import { type Keeper, type Kept, openKeeper } from './keeper.ts'
import type { ToPage, ToWorker } from './messages.ts'
import { playKept } from './play-kept.ts'
import { updatePlace } from './update-place.ts'

type Send = (message: ToPage) => Promise<void>
/** Does what a page asks; `answer` reaches that page. */
export type Desk = (
  message: Exclude<ToWorker, { type: 'take-over' }>,
  answer: Send,
) => Promise<void>

/** Makes the desk that pages turn to. `broadcast` reaches every page of this worker. */
export function createDesk(broadcast: Send): Desk {
  const running = new Map<string, Promise<void>>()
  let last: Promise<unknown> = Promise.resolve()
  // One place after the other: what one has fetched and not yet noted must not be tidied away by another.
  const check = (place: string): Promise<void> => {
    const started =
      running.get(place) ??
      last.then(() => lookForNews(place, broadcast)).finally(() => running.delete(place))
    running.set(place, started)
    last = started.catch(() => undefined)
    return started
  }
  return async (message, answer) => {
    switch (message.type) {
      case 'hello': {
        const place = await greet(message.place, answer)
        return place === undefined ? undefined : check(place)
      }
      case 'check':
        return check(message.place)
      case 'seen':
        return remember(message.place, message.moment)
    }
  }
}

async function lookForNews(place: string, broadcast: Send): Promise<void> {
  let outcome: string
  try {
    const update = await updatePlace(place, await openKeeper(), Date.now())
    outcome = update.outcome === 'refused' ? update.reason : update.outcome
    if ('release' in update) await broadcast(play(update.kept, update.release))
  } catch {
    // Storage is full, broken or forbidden: the page goes on with what it has.
    outcome = 'storage-failed'
  }
  await broadcast({ type: 'checked', place, outcome })
}

/** Lets a page play what is kept, and gives the place that it plays. */
async function greet(place: string | undefined, answer: Send): Promise<string | undefined> {
  try {
    const keeper = await openKeeper()
    const kept = place === undefined ? (await keeper.readAll())[0] : await keeper.read(place)
    if (kept === undefined) return place
    const release = await playKept(kept)
    if (release !== undefined) await answer(play(kept, release))
    await keeper.change(kept.place, (before) => before && { ...before, usedAt: Date.now() })
    return kept.place
  } catch {
    // Storage is broken: the network may still have something.
    return place
  }
}

async function remember(place: string, moment: number): Promise<void> {
  try {
    const keeper: Keeper = await openKeeper()
    await keeper.change(
      place,
      (before) => before && { ...before, highestMoment: Math.max(before.highestMoment, moment) },
    )
  } catch {
    // The clock then starts from the release's creation, which is enough.
  }
}

function play({ place, highestMoment }: Kept, release: Release): ToPage {
  return { type: 'play', place, release, highestMoment, isPreview: true }
}
