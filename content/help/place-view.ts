import type { PlaceFacts } from '#content/model/facts.ts'
import { naming, pickName, pickText } from './passages.ts'
import { recordingViews } from './recordings.ts'
import type { Scene } from './scene.ts'
import type { PlaceView } from './view.ts'

/** Where the reader is, and the way to people. */
export function placeView(place: PlaceFacts['place'], scene: Scene): PlaceView {
  const kindKey = `place-kind.${place.kind}`
  const name = pickName(place.name, kindKey, scene)
  const town = pickText(place.town, scene)
  const nearestDesk = pickText(place.nearestDesk, scene)
  const directions = pickText(place.directions, scene)
  const { line } = place
  return {
    slug: place.slug,
    kind: place.kind,
    kindName: scene.speak(kindKey, scene.chain),
    name,
    ...(town && { town }),
    youAreHere:
      line === undefined
        ? naming(scene.speak('place.you-are-here', scene.chain, { place: name.text }), [name])
        : scene.speak('place.you-are-on-line', scene.chain, { line }),
    ...(nearestDesk && { nearestDesk }),
    ...(directions && { directions }),
    ...recordingViews(place.recordings, { directions }, scene),
  }
}
