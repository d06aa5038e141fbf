import type { SanityClient } from '@sanity/client'
import { z } from 'zod'

// The demo's own example, which READMEs name, comes before its others.
const EXAMPLES_QUERY = `{
  "piece": *[_type == "placement" && state != "gone" && place->listed == true]
    | order(code == "DEMO01" desc, code)[0]{code, "place": place->slug.current},
  "place": *[_type == "place" && listed == true] | order(slug.current)[0].slug.current
}`

const found = z.object({
  piece: z.object({ code: z.string(), place: z.string() }).nullable(),
  place: z.string().nullable(),
})

/** A listed place to look at, by its slug, and a piece that hangs there, by its code; absent while there is none. */
export async function findExamples(
  client: SanityClient,
): Promise<{ place?: string; code?: string }> {
  const answer: unknown = await client.fetch(EXAMPLES_QUERY, {}, { perspective: 'published' })
  const { piece, place } = found.parse(answer)
  if (piece !== null) return piece
  return place === null ? {} : { place }
}
