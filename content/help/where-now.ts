import type { PlaceFacts, PublicHelpline } from '#content/model/facts.ts'
import { countryPassage } from './emergency-blocks.ts'
import type { Scene } from './scene.ts'
import type { WhereNow } from './view.ts'

/**
 * What to ask the reader of a place that is in several countries, such as a coach: where it is now.
 * `undefined` where there is nothing to ask.
 */
export function whereNow(
  place: Pick<PlaceFacts['place'], 'countries'>,
  at: string | undefined,
  scene: Scene,
): WhereNow | undefined {
  if (place.countries.length < 2) return undefined
  const choices = place.countries.map((country) => ({
    country,
    name: countryPassage(country, scene),
  }))
  const chosen = choices.find(({ country }) => country === at)
  return { choices, ...(chosen && { chosen }) }
}

/** Whether a helpline can be reached from a country: it serves it, or one of its numbers works from abroad. */
export function canBeReached(
  { countries, numbers }: Pick<PublicHelpline, 'countries' | 'numbers'>,
  at: string,
): boolean {
  return (
    countries.includes(at) ||
    numbers.some(
      ({ channel, reachableFromAbroad }) =>
        channel === 'chat' || channel === 'whatsapp' || reachableFromAbroad === 'yes',
    )
  )
}
