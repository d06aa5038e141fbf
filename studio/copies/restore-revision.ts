import { getDraftId, getPublishedId } from '@sanity/client/csm'
import { removeMissingReferences, type SanityClient, type SanityDocument } from 'sanity'
import { z } from 'zod'
import { restored } from './restored.ts'
import { isJson } from './spoken-for.ts'

const TRIES = 3
const GONE = 'The history has nothing of that moment. Nothing was changed. Choose another.'
const COLLIDED = 'Others are writing here at the same moment. Nothing was changed. Try once more.'

const past = z.object({
  documents: z.array(z.looseObject({ _id: z.string(), _type: z.string(), _rev: z.string() })),
})

/**
 * Makes a draft of an old revision's words and facts, with what people have said by now. Answers why nothing was
 * written, where nothing was; throws what the lake answers where it refuses.
 */
export async function restoreRevision(
  client: SanityClient,
  { id, revision }: { id: string; revision: string },
): Promise<string | undefined> {
  const old = await documentThen(client, id, revision)
  if (old === undefined) return GONE
  for (let tries = 0; tries < TRIES; tries += 1) {
    const [draft, published] = await client.getDocuments<Record<string, unknown>>([
      getDraftId(id),
      getPublishedId(id),
    ])
    const { _rev, _updatedAt, ...words } = restored(old, draft ?? published ?? undefined)
    const next = { ...words, _id: getDraftId(id), _type: old._type }
    const isDone = await write(client, { draft, next: await withKnownReferences(client, next) })
    if (isDone) return undefined
  }
  return COLLIDED
}

async function documentThen(client: SanityClient, id: string, revision: string) {
  const ids = [getDraftId(id), getPublishedId(id)]
  const uri = `/data/history/${client.config().dataset}/documents/${ids.join(',')}`
  const { documents } = past.parse(await client.request<unknown>({ uri, query: { revision } }))
  const known = documents.filter(({ _rev }) => _rev === revision)
  return known.find(({ _id }) => _id === getDraftId(id)) ?? known[0]
}

type Draft = { _id: string; _type: string }

// A reference to what is gone would be refused.
async function withKnownReferences(client: SanityClient, next: Draft): Promise<Draft> {
  const ids = [...new Set(referencesIn(next))]
  const known = z.array(z.string()).parse(await client.fetch('*[_id in $ids]._id', { ids }))
  const isThere = Object.fromEntries(ids.map((one) => [one, known.includes(one)]))
  const times = { _createdAt: '', _updatedAt: '', _rev: '' }
  const { _createdAt, _updatedAt, _rev, ...whole } = removeMissingReferences(
    { ...times, ...next },
    isThere,
  )
  return whole
}

function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => referencesIn(item))
  if (!isJson(value)) return []
  const { _ref } = value
  return typeof _ref === 'string' ? [_ref] : Object.values(value).flatMap(referencesIn)
}

/** False where somebody wrote in between. */
async function write(
  client: SanityClient,
  { draft, next }: { draft: SanityDocument | null | undefined; next: Draft },
): Promise<boolean> {
  const transaction = client.transaction()
  if (draft) {
    const unchanged = client.patch(draft._id).ifRevisionId(draft._rev)
    transaction.patch(unchanged.unset(['_no_such_attribute'])).createOrReplace(next)
  } else {
    // Created, not replaced: whoever comes second collides.
    transaction.create(next)
  }
  try {
    await transaction.commit({ visibility: 'sync' })
    return true
  } catch (error) {
    if (isJson(error) && error['statusCode'] === 409) return false
    throw error
  }
}
