import type { Speaker } from '#content/locales/speaker.ts'
import type { PlaceFacts, PublicHelpline, PublicService } from '#content/model/facts.ts'
import type { Language } from '#content/model/languages.ts'
import { orderHelp, standingHelplines } from './choose-help.ts'
import type { PublicHelpFacts } from './pledges.ts'
import { createScene, type Scene } from './scene.ts'

type Place = Pick<
  PlaceFacts['place'],
  'id' | 'countries' | 'languages' | 'zone' | 'helplines' | 'services'
>

/** Everything that the order of help at all places depends on. `now` is epoch ms. */
export type AllHelp = {
  places: readonly Place[]
  helplines: readonly PublicHelpline[]
  services: readonly PublicService[]
  languages: readonly Language[]
  speak: Speaker
  now: number
}

/** At which place, by its id, and which fact comes first there. */
export type FirstAt = { place: string; first: string }

/**
 * For each fact by its id: who would come first at each place that shows it, were it to lapse at `now` and nothing
 * else to change. For a reader of the place's own first language. Pure.
 */
export function ifItLapses({
  places,
  helplines,
  services,
  languages,
  speak,
  now,
}: AllHelp): Map<string, FirstAt[]> {
  const doors = new Map(services.map((service) => [service.id, service]))
  const firsts = new Map<string, FirstAt[]>()
  for (const place of places) {
    const scene = createScene({
      languages,
      speak,
      wanted: [],
      placeLanguages: place.languages,
      countries: place.countries,
      zone: place.zone,
      now,
    })
    const shown = [
      firstOnceLapsed(standingHelplines(place.helplines, helplines), scene),
      firstOnceLapsed(
        place.services.flatMap((id) => doors.get(id) ?? []),
        scene,
      ),
    ]
    for (const [id, first] of shown.flat()) {
      firsts.set(id, [...(firsts.get(id) ?? []), { place: place.id, first }])
    }
  }
  return firsts
}

function firstOnceLapsed(facts: readonly PublicHelpFacts[], scene: Scene): [string, string][] {
  const [first, ...others] = orderHelp(facts, scene)
  if (first === undefined) return []
  const { verifiedOn: _gone, ...lapsed } = first
  const changed = facts.map((it) => (it === first ? lapsed : it))
  const next = orderHelp(changed, scene)[0] ?? first
  return [[first.id, next.id], ...others.map(({ id }): [string, string] => [id, first.id])]
}
