import type { SanityClient } from '@sanity/client'
import { z } from 'zod'

/** What a role can be bound to: organisations and places by their names. */
export type Choices = { organizations: Choice[]; places: Choice[] }
type Choice = { id: string; name: string }

const choices = z.array(z.object({ id: z.string(), name: z.string().nullable() }))

/** Published organisations and places, in order of their names. */
export async function loadChoices(client: SanityClient): Promise<Choices> {
  const read = async (type: string) => {
    const found = await client.fetch(
      '*[_type == $type]{"id": _id, "name": coalesce(name[language == "en"][0].value, name[0].value)}',
      { type },
    )
    return choices
      .parse(found)
      .map(({ id, name }) => ({ id, name: name ?? id }))
      .toSorted((a, b) => a.name.localeCompare(b.name))
  }
  const [organizations, places] = await Promise.all([read('organization'), read('place')])
  return { organizations, places }
}
