import type { SanityClient } from '@sanity/client'
import { z } from 'zod'
import { type ListedPlace, listedPlace } from '#content/model/country-facts.ts'
import type { LanguageTag } from '#content/model/language-tag.ts'
import { placesInPortions } from './places-in-portions.ts'
import { type Report, readEach, warn } from './read-result.ts'

// Names as they are stored: to have a lake sort out the languages takes it ten times as long.
const NAMED = {
  projection: `select($country in countries =>
    {"id": _id, "slug": slug.current, kind, "name": coalesce(name, []), "town": coalesce(town, [])})`,
  portion: 100,
}

const storedNames = z.array(z.looseObject({ language: z.unknown(), value: z.unknown() }))
const storedPlace = z.looseObject({ name: storedNames, town: storedNames })

/** The listed places of a country, by id, named in these languages where they can be, else in any one. */
export async function loadPlaces(
  client: SanityClient,
  { country, tags }: { country: string; tags: readonly LanguageTag[] },
  report: Report = warn,
): Promise<ListedPlace[]> {
  const found = await placesInPortions(client, NAMED, { country })
  // Most names go before anything of them is looked at: there may be half a million.
  const named = found.map((one) => {
    const place = storedPlace.safeParse(one).data
    if (place === undefined) return one
    return { ...place, name: namesIn(tags, place.name), town: namesIn(tags, place.town) }
  })
  return readEach(listedPlace, named, report)
}

function namesIn(tags: readonly LanguageTag[], stored: z.output<typeof storedNames>) {
  const written = stored.filter(({ value }) => typeof value === 'string' && value.trim() !== '')
  const wanted = written.filter(({ language }) => tags.some((tag) => tag === language))
  const names = wanted.length > 0 ? wanted : written.slice(0, 1)
  return names.map(({ language, value }) => ({ language, text: value }))
}
