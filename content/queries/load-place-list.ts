import type { SanityClient } from '@sanity/client'
import { z } from 'zod'
import { type ListedPlace, listedPlace } from '#content/model/country-facts.ts'
import { countryCode } from '#content/model/ids.ts'
import { layersOf } from './layers-of.ts'
import { IS_VERIFIED_BY_TWO, LISTED_PLACE } from './projections.ts'
import { type Report, readEach, warn } from './read-result.ts'

const PLACE_LIST_QUERY = `{
  "places": *[_type == "place" && listed == true] | order(slug.current) ${LISTED_PLACE},
  "served": array::unique(*[_type == "helpline" && !defined(withdrawal) && ${IS_VERIFIED_BY_TWO}].countries[])
}`

const answer = z.object({ places: z.array(z.unknown()), served: z.array(countryCode.nullable()) })

const storedPlace = listedPlace.extend({ countries: z.array(countryCode) })

/** A country with its listed places; none where only helplines are known. */
export type CountryPlaces = { country: string; places: ListedPlace[] }

/** All countries that we know help in, by code, with their listed places. A vehicle stands under each of its countries. */
export async function loadPlaceList(
  client: SanityClient,
  report: Report = warn,
): Promise<CountryPlaces[]> {
  const found: unknown = await client.fetch(PLACE_LIST_QUERY, {}, layersOf(client))
  const { places, served } = answer.parse(found)
  const countries = new Map<string, ListedPlace[]>()
  for (const country of served) if (country !== null) countries.set(country, [])
  for (const { countries: codes, ...place } of readEach(storedPlace, places, report)) {
    for (const code of codes) countries.set(code, [...(countries.get(code) ?? []), place])
  }
  return [...countries]
    .map(([country, list]) => ({ country, places: list }))
    .toSorted((a, b) => a.country.localeCompare(b.country))
}
