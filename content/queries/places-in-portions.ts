import type { SanityClient } from '@sanity/client'
import { z } from 'zod'
import { layersOf } from './layers-of.ts'

const row = z.object({ _id: z.string(), found: z.unknown() })

/**
 * What `projection` makes of each listed place, by id; nothing where it makes `null`. Twenty thousand places are more
 * than a lake tells in one query without making everybody wait: it looks at `portion` of them in one go.
 */
export async function placesInPortions(
  client: SanityClient,
  { projection, portion }: { projection: string; portion: number },
  params: Readonly<Record<string, unknown>> = {},
): Promise<unknown[]> {
  const query = `*[_type == "place" && _id > $after] | order(_id) [0...${portion}]
    {_id, "found": select(listed == true => ${projection})}`
  const places: unknown[] = []
  for (let after = ''; ; ) {
    const answer: unknown = await client.fetch(query, { ...params, after }, layersOf(client))
    const rows = z.array(row).parse(answer)
    for (const { found } of rows) if (found !== null && found !== undefined) places.push(found)
    const last = rows.at(-1)
    if (last === undefined || rows.length < portion) return places
    after = last._id
  }
}
