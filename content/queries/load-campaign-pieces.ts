import type { SanityClient } from '@sanity/client'
import { z } from 'zod'
import { type Report, readEach, warn } from './read-result.ts'

const campaign = z.object({
  id: z.string(),
  name: z.string(),
  organizations: z.array(z.string()).default([]),
})
export type NamedCampaign = z.infer<typeof campaign>

const CAMPAIGNS_QUERY = `*[_type == "campaign"] | order(lower(name)) {
  "id": _id, name, "organizations": organizations[]._ref
}`

/** Every published campaign with those who speak in it, by name. */
export async function loadCampaigns(
  client: SanityClient,
  report: Report = warn,
): Promise<NamedCampaign[]> {
  const found = await client.fetch<unknown[]>(CAMPAIGNS_QUERY, {}, { perspective: 'published' })
  return readEach(campaign, found, report)
}

const placeName = z.object({ id: z.string(), name: z.string() })
const piece = z.object({ id: z.string(), code: z.string(), spot: z.string().optional() })

const NAMES_QUERY = `{
  "places": *[_type == "place" && _id in $places] {
    "id": _id, "name": coalesce(name[language == "en"][0].value, name[0].value, slug.current)
  },
  "pieces": *[_type == "placement" && code in $codes] { "id": _id, code, spot }
}`

/** How places and pieces are called now; what is gone is not among them. Places by id, pieces by code. */
export async function loadPieceNames(
  client: SanityClient,
  wanted: { places: readonly string[]; codes: readonly string[] },
  report: Report = warn,
): Promise<{
  places: ReadonlyMap<string, string>
  pieces: ReadonlyMap<string, z.infer<typeof piece>>
}> {
  const found = await client.fetch<{ places: unknown[]; pieces: unknown[] }>(NAMES_QUERY, wanted, {
    perspective: 'published',
  })
  return {
    places: new Map(readEach(placeName, found.places, report).map(({ id, name }) => [id, name])),
    pieces: new Map(readEach(piece, found.pieces, report).map((one) => [one.code, one])),
  }
}
