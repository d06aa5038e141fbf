import type { SanityClient } from '@sanity/client'
import { z } from 'zod'
import { shortCode } from '#content/model/short-code.ts'
import { type Report, readEach, warn } from './read-result.ts'

const HANGING_CODES_QUERY = `*[_type == "placement" && state in ["up", "checked", "damaged"]] | order(_id) {
  "id": _id, code, "place": place._ref, "campaign": campaign._ref
}`

const hangingCode = z.object({ code: shortCode, place: z.string(), campaign: z.string() })

/** The code of each piece that hangs, where and for whom; ordered by the ids of the pieces. */
export async function loadHangingCodes(
  client: SanityClient,
  report: Report = warn,
): Promise<z.infer<typeof hangingCode>[]> {
  const found = await client.fetch<unknown[]>(HANGING_CODES_QUERY, {}, { perspective: 'published' })
  return readEach(hangingCode, found, report)
}
