import { emergencyNumber } from '#content/model/emergency-numbers.ts'
import { countryName } from './intl-words.ts'
import type { Scene } from './scene.ts'
import type { EmergencyBlock, Passage } from './view.ts'

/** The emergency number of each country in order; it stands beside a helpline, never instead. */
export function emergencyBlocks(scene: Scene): EmergencyBlock[] {
  return scene.countries.map((country) => {
    const number = emergencyNumber(country)
    return {
      kind: 'emergency',
      country,
      ...(scene.countries.length > 1 && { countryName: countryPassage(country, scene) }),
      number,
      href: `tel:${number}`,
      action: scene.speak('emergency.call', scene.chain, { number }),
      words: scene.speak('emergency.words', scene.chain, { number }),
    }
  })
}

/** Name of a country in a language that has one. */
export function countryPassage(country: string, scene: Scene): Passage {
  return scene.speak('country.name', scene.chain, {
    country: (lang) => countryName(country, lang, scene),
  })
}
