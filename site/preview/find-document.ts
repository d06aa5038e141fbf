import type { SanityClient } from '@sanity/client'
import { isLakeDocument, type LakeDocument } from '#content/lake/document.ts'
import type { Identity } from '#content/lake/rights.ts'

/**
 * The document as it is drafted, else as it is published, if this person sees it; undefined if not. Whoever may not see
 * the draft gets no preview at all, so that none can be told from the other.
 */
export async function findDocument(
  client: SanityClient,
  id: string,
  { audience }: Pick<Identity, 'audience'>,
): Promise<LakeDocument | undefined> {
  const ids = [`drafts.${id}`, id]
  const query = '*[_id in $ids]'
  const found = await client.fetch<unknown[]>(query, { ids }, { perspective: 'raw' })
  const documents = found.filter(isLakeDocument)
  const newest = ids.map((one) => documents.find(({ _id }) => _id === one)).find(Boolean)
  return newest && audience.see(newest)
}
