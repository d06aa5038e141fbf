import type { SanityClient } from '@sanity/client'
import { z } from 'zod'
import { countryCode, timeZone } from '#content/model/ids.ts'
import { languageTag } from '#content/model/language-tag.ts'
import { layersOf } from './layers-of.ts'
import { placesInPortions } from './places-in-portions.ts'
import { IS_VERIFIED_BY_TWO } from './projections.ts'
import { type Report, readEach, warn } from './read-result.ts'

const SERVED_QUERY = `array::unique(
  *[_type == "helpline" && !defined(withdrawal) && ${IS_VERIFIED_BY_TWO}].countries[]
)`

// Asked after changes, of perhaps twenty thousand places: nothing that is long.
const FOOTINGS = { projection: '{"id": _id, countries, zone, languages}', portion: 250 }

const footing = z.object({
  countries: z.array(countryCode),
  zone: timeZone,
  languages: z.array(languageTag),
})

/** A country that we know help in, and what its listed places have in common. */
export type ListedCountry = {
  country: string
  /** How many places are listed. A vehicle counts in each of its countries. */
  places: number
  /** Of the first place; `undefined` where none is listed. */
  zone?: string
  /** Of the places, the most frequent first. */
  languages: string[]
}

/** All countries that we know help in, by code. */
export async function loadCountryList(
  client: SanityClient,
  report: Report = warn,
): Promise<ListedCountry[]> {
  const [served, places] = await Promise.all([
    client.fetch<unknown[] | null>(SERVED_QUERY, {}, layersOf(client)),
    placesInPortions(client, FOOTINGS),
  ])
  const countries = new Map<string, z.output<typeof footing>[]>()
  for (const code of served ?? []) {
    const { data } = countryCode.safeParse(code)
    if (data !== undefined) countries.set(data, [])
  }
  for (const place of readEach(footing, places, report)) {
    for (const country of place.countries) {
      const others = countries.get(country)
      if (others) others.push(place)
      else countries.set(country, [place])
    }
  }
  return [...countries].map(countryOf).toSorted((a, b) => (a.country < b.country ? -1 : 1))
}

function countryOf([country, places]: [string, z.output<typeof footing>[]]): ListedCountry {
  const zone = places[0]?.zone
  const languages = mostFrequent(places.flatMap((place) => place.languages))
  return { country, places: places.length, ...(zone && { zone }), languages }
}

function mostFrequent(tags: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([tag]) => tag)
}
