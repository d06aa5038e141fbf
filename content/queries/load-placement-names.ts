import type { SanityClient } from '@sanity/client'
import { z } from 'zod'
import { type Report, readEach, warn } from './read-result.ts'

const placeName = z.object({ id: z.string(), name: z.string() })
const placement = z.object({ id: z.string(), code: z.string(), spot: z.string().optional() })

const NAMES_QUERY = `{
  "places": *[_type == "place" && _id in $places] {
    "id": _id, "name": coalesce(name[language == "en"][0].value, name[0].value, slug.current)
  },
  "placements": *[_type == "placement" && code in $codes] { "id": _id, code, spot }
}`

/** How places and placements are called now; what is gone is not among them. Places by id, placements by code. */
export async function loadPlacementNames(
  client: SanityClient,
  wanted: { places: readonly string[]; codes: readonly string[] },
  report: Report = warn,
): Promise<{
  places: ReadonlyMap<string, string>
  placements: ReadonlyMap<string, z.infer<typeof placement>>
}> {
  const found = await client.fetch<{ places: unknown[]; placements: unknown[] }>(
    NAMES_QUERY,
    wanted,
    {
      perspective: 'published',
    },
  )
  return {
    places: new Map(readEach(placeName, found.places, report).map(({ id, name }) => [id, name])),
    placements: new Map(
      readEach(placement, found.placements, report).map((one) => [one.code, one]),
    ),
  }
}
