import type { SanityClient } from '@sanity/client'
import { z } from 'zod'
import { type CountryFacts, listedPlace } from '#content/model/country-facts.ts'
import { countryCode, timeZone } from '#content/model/ids.ts'
import { languageTag } from '#content/model/language-tag.ts'
import { layersOf } from './layers-of.ts'
import { onePerId } from './one-per-id.ts'
import { helplinesOf, LISTED_PLACE, withStandbys } from './projections.ts'
import { readHelplines } from './read-help.ts'
import { type Report, readEach, warn } from './read-result.ts'
import { resolveHelpline } from './resolve-help.ts'

const COUNTRY_QUERY = `{
  "helplines": ${withStandbys(helplinesOf('$country in countries'))},
  "places": *[_type == "place" && listed == true && $country in countries]
    | order(slug.current) ${LISTED_PLACE}
}`

const answer = z.object({ helplines: z.array(z.unknown()), places: z.array(z.unknown()) })

const storedPlace = listedPlace.extend({ zone: timeZone, languages: z.array(languageTag) })

/** The public facts of a country (two letters, any case); `undefined` if we know neither help nor places there. */
export async function loadCountryFacts(
  client: SanityClient,
  country: string,
  now: number,
  report: Report = warn,
): Promise<CountryFacts | undefined> {
  const code = countryCode.safeParse(country.toUpperCase()).data
  if (code === undefined) return undefined
  const found: unknown = await client.fetch(COUNTRY_QUERY, { country: code }, layersOf(client))
  const lists = answer.parse(found)
  const places = readEach(storedPlace, lists.places, report)
  const helplines = onePerId(readHelplines(lists.helplines, report))
  if (places.length === 0 && helplines.length === 0) return undefined
  return {
    country: code,
    zone: places[0]?.zone ?? helplines[0]?.hours.zone ?? 'UTC',
    languages: mostFrequent(places.flatMap(({ languages }) => languages)),
    helplines: helplines.map((it) => resolveHelpline(it, now, report)),
    places: places.map(({ slug, kind, name, town }) => ({ slug, kind, name, town })),
  }
}

function mostFrequent(tags: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([tag]) => tag)
}
