import type { PublicService } from '#content/model/facts.ts'
import { helpFactsView } from './help-facts-view.ts'
import { naming, pickText } from './passages.ts'
import type { Scene } from './scene.ts'
import type { ServiceBlock } from './view.ts'

/** What is drawn of a door one can walk through. Directions in words come before the map. */
export function serviceBlock(service: PublicService, scene: Scene): ServiceBlock {
  const nameKey = `service-kind.${service.kind}`
  const directions = pickText(service.directions, scene)
  const { approximateAddress: address, coordinates } = service
  return {
    kind: 'service',
    serviceKind: scene.speak(nameKey, scene.chain),
    ...helpFactsView(service, { nameKey, directions }, scene),
    ...(address && {
      address: naming(scene.speak('service.address', scene.chain, { address }), [
        { text: address },
      ]),
    }),
    ...(directions && { directions }),
    ...(coordinates && {
      geo: {
        href: `geo:${coordinates.lat},${coordinates.lng}`,
        action: scene.speak('service.map', scene.chain),
        before: scene.speak('before.map', scene.chain),
      },
    }),
  }
}
