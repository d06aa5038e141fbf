import type { SanityClient } from '@sanity/client'
import { z } from 'zod'
import type { CountryFacts } from '#content/model/country-facts.ts'
import { countryCode } from '#content/model/ids.ts'
import { layersOf } from './layers-of.ts'
import type { ListedCountry } from './load-country-list.ts'
import { onePerId } from './one-per-id.ts'
import { helplinesOf, withStandbys } from './projections.ts'
import { readHelplines } from './read-help.ts'
import { type Report, warn } from './read-result.ts'
import { resolveHelpline } from './resolve-help.ts'

const COUNTRY_QUERY = withStandbys(helplinesOf('$country in countries'))

/**
 * The public facts of a country (two letters, any case); `undefined` if we know neither help nor places there.
 * `list` are the countries of our places, as they were loaded last.
 */
export async function loadCountryFacts(
  client: SanityClient,
  { country, list }: { country: string; list: readonly ListedCountry[] },
  now: number,
  report: Report = warn,
): Promise<CountryFacts | undefined> {
  const code = countryCode.safeParse(country.toUpperCase()).data
  if (code === undefined) return undefined
  const found: unknown = await client.fetch(COUNTRY_QUERY, { country: code }, layersOf(client))
  const helplines = onePerId(readHelplines(z.array(z.unknown()).parse(found), report))
  const listed = list.find((one) => one.country === code)
  if (helplines.length === 0 && (listed === undefined || listed.places === 0)) return undefined
  return {
    country: code,
    zone: listed?.zone ?? helplines[0]?.hours.zone ?? 'UTC',
    languages: listed?.languages ?? [],
    helplines: helplines.map((it) => resolveHelpline(it, now, report)),
  }
}
