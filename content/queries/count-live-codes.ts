import type { SanityClient } from '@sanity/client'

const LIVE_QUERY = `count(*[_type == "placement" && state != "gone"])`

/** How many printed codes somebody may still scan: ordered pieces too, which may be at the printer's. */
export async function countLiveCodes(client: SanityClient): Promise<number> {
  return client.fetch<number>(LIVE_QUERY, {}, { perspective: 'published' })
}
