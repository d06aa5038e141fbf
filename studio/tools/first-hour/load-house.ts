import type { SanityClient } from 'sanity'
import { z } from 'zod'
import { numbersOf } from './fact-standing.ts'
import { type House, type Paired, pairUp, publishedId, rawDocument, refsOf } from './house.ts'

// Enough for a new organisation; one with more is past its first hour.
const OWN = `{
  "organization": *[_type == "organization" && _id in [$id, "drafts." + $id]],
  "helplines": *[_type == "helpline" && organization._ref == $id] | order(_createdAt desc)[0...20],
  "campaigns": *[_type == "campaign" && $id in organizations[]._ref] | order(_createdAt desc)[0...20],
  "taken": *[_type == "campaign" && !($id in organizations[]._ref)].messages[]._ref
}`
const AROUND = `{
  "places": *[_type == "place" && (operator._ref == $id || _id in $places
    || !defined(operator) && _createdAt >= $since)]
    | order(_createdAt desc)[0...40],
  "messages": *[_type == "message" && (_id in $messages || !(_id in $taken) && _createdAt >= $since)]
    | order(_createdAt desc)[0...40],
  "placements": *[_type == "placement" && campaign._ref in $campaigns][0...20]
}`

const documents = z.array(rawDocument)
const own = z.object({
  organization: documents,
  helplines: documents,
  campaigns: documents,
  taken: z.array(z.string()),
})
const around = z.object({ places: documents, messages: documents, placements: documents })
const past = z.object({ documents })

/** Everything of an organisation that its first hour is about, drafts included. */
export async function loadHouse(
  client: SanityClient,
  id: string,
  signal: AbortSignal,
): Promise<House> {
  const raw = { perspective: 'raw', signal } as const
  const mine = own.parse(await client.fetch(OWN, { id }, raw))
  const campaigns = pairUp(mine.campaigns)
  const refs = (field: string) => withDrafts(mine.campaigns.flatMap((one) => refsOf(one, field)))
  const messages = refs('messages')
  const organization = pairUp(mine.organization)[0]
  const params = {
    id,
    // What belongs to nobody may be this organisation's where it was made after it.
    since: organization?.createdAt ?? '',
    places: refs('places'),
    messages,
    // A message of this organisation's campaigns may be said by others too.
    taken: withDrafts(mine.taken).filter((one) => !messages.includes(one)),
    campaigns: campaigns.map((one) => one.id),
  }
  const other = around.parse(await client.fetch(AROUND, params, raw))
  const helplines = pairUp(mine.helplines)
  return {
    organization,
    helplines,
    campaigns,
    places: pairUp(other.places),
    messages: pairUp(other.messages),
    placements: pairUp(other.placements),
    changedNumbers: await changedNumbers(client, helplines, signal),
  }
}

function withDrafts(ids: readonly string[]): string[] {
  const all = new Set(ids.map(publishedId))
  return [...all].flatMap((id) => [id, `drafts.${id}`])
}

/** Ids of those whose public numbers are others than when they first were public. */
async function changedNumbers(
  client: SanityClient,
  helplines: readonly Paired[],
  signal: AbortSignal,
): Promise<string[]> {
  const asked = helplines.map(async ({ id, published }) => {
    if (published === undefined || published._createdAt === '') return []
    const { dataset = '' } = client.config()
    const answer = await client.request({
      url: `/data/history/${dataset}/documents/${id}`,
      query: { time: await firstPublished(client, id, signal) },
      signal,
    })
    const [first] = past.parse(answer).documents
    return first !== undefined && numbersOf(first) !== numbersOf(published) ? [id] : []
  })
  return (await Promise.all(asked)).flat()
}

const line = z.object({ timestamp: z.string() })

/** When a document was first there under its public id: its own `_createdAt` may be its draft's. */
async function firstPublished(
  client: SanityClient,
  id: string,
  signal: AbortSignal,
): Promise<string> {
  const { dataset = '' } = client.config()
  const answer: unknown = await client.request({
    url: `/data/history/${dataset}/transactions/${id}`,
    query: { limit: '1', excludeContent: 'true' },
    signal,
  })
  const [found] = String(answer).split('\n')
  return line.parse(typeof answer === 'string' ? JSON.parse(found ?? '') : answer).timestamp
}
