import type { SanityClient } from '@sanity/client'
import { readShortCode, type ShortCode } from '#content/model/short-code.ts'
import { layersOf } from './layers-of.ts'

const CODE_QUERY = `*[_type == "placement" && place._ref == $place && state != "gone"] | order(code)[0].code`

/** A code that leads to a place's help: that of the first piece hanging there; `undefined` if none does. */
export async function findCode(
  client: SanityClient,
  placeId: string,
): Promise<ShortCode | undefined> {
  const found: unknown = await client.fetch(CODE_QUERY, { place: placeId }, layersOf(client))
  return typeof found === 'string' ? readShortCode(found) : undefined
}
