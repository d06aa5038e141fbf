import type { SanityClient } from '@sanity/client'
import { demoDocuments } from './documents.ts'

/** Whether anything of the demo is in the lake: then all that is shown has to say SAMPLE. */
export async function holdsDemo(client: SanityClient): Promise<boolean> {
  const ids = demoDocuments(new Date(0))
    .flat()
    .map(({ _id }) => _id)
  return client.fetch<boolean>('count(*[_id in $ids][0...1]) > 0', { ids }, { perspective: 'raw' })
}
