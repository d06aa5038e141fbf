import type { SanityClient } from '@sanity/client'
import { z } from 'zod'

const STANDING_QUERY = '*[_id in $ids]'

const documents = z.array(z.record(z.string(), z.unknown()))

/** Documents as they stand now, drafts included, by id. `client` reads as the process itself. */
export async function loadGateStanding(
  client: SanityClient,
  ids: readonly string[],
): Promise<Map<string, Record<string, unknown>>> {
  if (ids.length === 0) return new Map()
  const found = await client.fetch(STANDING_QUERY, { ids }, { perspective: 'raw' })
  return new Map(documents.parse(found).map((document) => [String(document['_id']), document]))
}
