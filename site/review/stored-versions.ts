import type { SanityClient } from '@sanity/client'
import { z } from 'zod'

const documents = z.array(
  z.looseObject({
    ...{ _id: z.string(), _type: z.string(), _rev: z.string() },
    ...{ _createdAt: z.string(), _updatedAt: z.string() },
  }),
)

/** A document as the lake holds it. */
export type StoredDocument = z.infer<typeof documents>[number]

/** The draft and the published version of a document, the draft first; those that are there. */
export async function storedVersions(client: SanityClient, id: string): Promise<StoredDocument[]> {
  const ids = [`drafts.${id}`, id]
  const query = '*[_id in $ids]'
  const found = documents.parse(await client.fetch(query, { ids }, { perspective: 'raw' }))
  return ids.flatMap((wanted) => found.find(({ _id }) => _id === wanted) ?? [])
}
