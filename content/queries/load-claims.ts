import type { SanityClient } from '@sanity/client'
import { z } from 'zod'
import type { Claim } from '#content/gates/unique-gate.ts'

const CLAIMS_QUERY = `[
  ...*[_type == "place" && slug.current in $values]{"id": _id, "type": _type, "value": slug.current},
  ...*[_type in ["placement", "country"] && code in $values]{"id": _id, "type": _type, "value": code}
]`

const claims = z.array(
  z.object({ id: z.string(), type: z.enum(['place', 'placement', 'country']), value: z.string() }),
)

/** Who has these slugs and codes now, among what is published. */
export async function loadClaims(
  client: SanityClient,
  values: readonly string[],
): Promise<Claim[]> {
  if (values.length === 0) return []
  return claims.parse(await client.fetch(CLAIMS_QUERY, { values }, { perspective: 'published' }))
}
