import type { ReachAnswer } from '#content/model/desk.ts'
import { loadReach } from '#content/queries/load-reach.ts'
import type { DeskRooms } from './context.ts'
import { DeskMistake } from './problem.ts'

/** Where a document of any type is seen now, as far as placements know. */
export async function reachOf(
  { client, screens, now }: Pick<DeskRooms, 'client' | 'screens' | 'now'>,
  id: string,
): Promise<ReachAnswer> {
  const today = new Date(now()).toISOString().slice(0, 10)
  const reach = await loadReach(client, { id, today })
  if (reach === undefined) {
    throw new DeskMistake(404, 'no-document', 'There is no such document. Save it first.')
  }
  const { places, campaigns } = reach
  const hanging = places
    .flatMap((place) => place.hanging)
    .filter(({ campaign }) => campaigns?.includes(campaign) ?? true)
  return {
    places: places.map(({ id: place, name, slug }) => ({ id: place, name, slug })),
    screensNow: places.reduce((sum, { slug }) => sum + screens.shown(slug).length, 0),
    placements: hanging.length,
    copies: hanging.reduce((sum, { copies }) => sum + copies, 0),
  }
}
