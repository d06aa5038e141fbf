import type { SanityClient } from '@sanity/client'
import { DOCUMENT_TYPES } from '#content/model/documents/any-document.ts'
import { demoDocuments } from './documents.ts'
import { guideLanguages } from './guide-languages.ts'
import { uploadSampleSound, withSampleSound } from './sample-sound.ts'

/** A draft that lies in the lake while the demo is being written. Drafts are nobody's business but the editors'. */
const UNFINISHED_ID = 'drafts.demo-seeding'

type Fields = Record<string, unknown>
type Written = { _id: string; _type: string }

/**
 * Writes the demo, one transaction a file, and can be repeated: ids are always the same.
 * An interrupted run leaves a draft behind by which `needsSeed` knows it; the last transaction takes it away.
 */
export async function seedDemo({
  client,
  now,
}: {
  client: SanityClient
  now: Date
}): Promise<void> {
  await client.createOrReplace({ _id: UNFINISHED_ID, _type: 'placement' })
  const sound = await uploadSampleSound(client)
  const written = demoDocuments(now).map((batch) => withSampleSound(batch, sound, now))
  const batches: Written[][] = [...written, guideLanguages(written.flat())]
  for (const [at, documents] of batches.entries()) {
    const transaction = client.transaction()
    for (const document of documents) transaction.createOrReplace<Fields>(document)
    if (at === batches.length - 1) transaction.delete(UNFINISHED_ID)
    await transaction.commit({ visibility: 'sync' })
  }
}

/** True where nobody has written anything yet, or a seeding was cut off. Languages alone count as nothing. */
export async function needsSeed(client: SanityClient): Promise<boolean> {
  const found = await client.fetch<{ isEmpty: boolean; isUnfinished: boolean }>(
    `{
      "isEmpty": count(*[_type in $types][0...1]) == 0,
      "isUnfinished": defined(*[_id == $unfinished][0]._id)
    }`,
    { types: DOCUMENT_TYPES.filter((type) => type !== 'language'), unfinished: UNFINISHED_ID },
    { perspective: 'raw' },
  )
  return found.isEmpty || found.isUnfinished
}
