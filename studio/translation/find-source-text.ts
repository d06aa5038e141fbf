import { getDraftId, getPublishedId } from '@sanity/client/csm'
import type { SanityClient } from 'sanity'
import { z } from 'zod'
import { textHash } from '#content/model/text-hash.ts'

/** A source whose earlier words are looked for: in which document, and where in it. */
export type SourceSearch = {
  client: SanityClient
  id: string
  hash: string
  /** The source's words in a document as it was; `undefined` where they were not there. */
  read: (document: unknown) => string | undefined
}

const MOST_TRANSACTIONS = 500
const AT_ONCE = 8

const transaction = z.object({ id: z.string() })
const past = z.object({ documents: z.array(z.unknown()) })

/**
 * The words of a source that have this hash, found in the history of its document and its draft, latest first;
 * `undefined` where none of the last 500 changes had them. Asks once for each change until they are found.
 */
export async function findSourceText(search: SourceSearch): Promise<string | undefined> {
  const revisions = await revisionsOf(search)
  for (let at = 0; at < revisions.length; at += AT_ONCE) {
    const some = revisions.slice(at, at + AT_ONCE)
    const found = await Promise.all(some.map((revision) => textIn(revision, search)))
    const text = found.find((one) => one !== undefined)
    if (text !== undefined) return text
  }
  return undefined
}

async function revisionsOf({ client, id }: SourceSearch): Promise<string[]> {
  const lines = await client.request<unknown>({
    uri: `${historyOf(client)}/transactions/${idsOf(id)}`,
    query: { excludeMutations: 'true', reverse: 'true', limit: String(MOST_TRANSACTIONS) },
    json: false,
  })
  return String(lines)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => transaction.parse(JSON.parse(line)).id)
}

async function textIn(revision: string, search: SourceSearch): Promise<string | undefined> {
  const { client, id, hash, read } = search
  const uri = `${historyOf(client)}/documents/${idsOf(id)}`
  const answer = past.parse(await client.request<unknown>({ uri, query: { revision } }))
  const texts = answer.documents.flatMap((document) => read(document) ?? [])
  return texts.find((text) => textHash(text) === hash)
}

function historyOf(client: SanityClient): string {
  return `/data/history/${client.config().dataset}`
}

function idsOf(id: string): string {
  return `${getPublishedId(id)},${getDraftId(id)}`
}
