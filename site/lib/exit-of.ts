import type { Services } from './services.ts'

// A public weather service: nobody wonders at it, and it asks for nothing.
const WEATHER = 'https://www.yr.no/en'

/** Where readers in a country leave to: what its authors chose, else the weather. */
export function exitOf(
  { countryOf }: Pick<Services, 'countryOf'>,
  country: string | undefined,
): string {
  return (country && countryOf(country)?.exit) || WEATHER
}
