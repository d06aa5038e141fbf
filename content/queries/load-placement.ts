import type { SanityClient } from '@sanity/client'
import { type PlaceFacts, type PublicPlacement, publicPlacement } from '#content/model/facts.ts'
import { readLookAlikes, readShortCode } from '#content/model/short-code.ts'
import { layersOf } from './layers-of.ts'
import { loadPlaceFacts } from './load-place-facts.ts'
import { type Report, readEach, warn } from './read-result.ts'

const PLACEMENT_QUERY = `*[_type == "placement" && code in $codes]{
  "id": _id, code, piece, "campaign": campaign._ref, "message": message._ref, "place": place._ref
}`

/**
 * The printed piece of a code and the facts of where it hangs, unlisted places too. Codes are read in any case;
 * a miss tries codes that look alike, the closest first. `undefined` if there is none.
 */
export async function loadPlacement(
  client: SanityClient,
  code: string,
  now: number,
  report: Report = warn,
): Promise<{ placement: PublicPlacement; facts: PlaceFacts } | undefined> {
  const read = readShortCode(code)
  if (read === undefined) return undefined
  const codes = readLookAlikes(read)
  const found = await client.fetch<unknown[]>(PLACEMENT_QUERY, { codes }, layersOf(client))
  const [placement] = readEach(publicPlacement, found, report).toSorted(
    (a, b) => codes.indexOf(a.code) - codes.indexOf(b.code),
  )
  if (placement === undefined) return undefined
  const facts = await loadPlaceFacts(client, { id: placement.place }, now, report)
  return facts && { placement, facts }
}
