import type { SanityClient } from '@sanity/client'
import { z } from 'zod'
import { refOf } from '#content/gates/published.ts'
import { isFree, type ProposedChange } from '#content/gates/refusal.ts'

const RELATED: readonly unknown[] = [
  'campaign',
  'message',
  'lawProfile',
  'organization',
  'placement',
]

const CAMPAIGNS_QUERY = '*[_type == "campaign" && (_id in $ids || references($ids))]'

const REST_QUERY = `[
  ...*[_id in $ids],
  ...*[_type == "placement" && campaign._ref in $campaigns]{_id, _type, campaign, piece, code, state}
]`

const documents = z.array(z.record(z.string(), z.unknown()))

/**
 * What is published now around the campaigns that these changes concern: the campaigns, their messages, law profiles,
 * organizations and placements. Nothing where they concern none.
 */
export async function loadGateRelations(
  client: SanityClient,
  changes: readonly ProposedChange[],
): Promise<Record<string, unknown>[]> {
  const concerned = concernedBy(changes)
  if (concerned.length === 0) return []
  const ids = concerned.flatMap((it) => [String(it['_id']), refOf(it['campaign']) ?? []].flat())
  const published = { perspective: 'published' } as const
  const campaigns = documents.parse(await client.fetch(CAMPAIGNS_QUERY, { ids }, published))
  const all = [...campaigns, ...concerned.filter((it) => it['_type'] === 'campaign')]
  const rest = await client.fetch(
    REST_QUERY,
    { ids: all.flatMap(referencesOf), campaigns: all.map((it) => String(it['_id'])) },
    published,
  )
  return [...campaigns, ...documents.parse(rest)]
}

/** Published documents among the changes that a campaign may rest on, or hang on. */
export function concernedBy(changes: readonly ProposedChange[]): Record<string, unknown>[] {
  return changes.flatMap((change) =>
    change.after !== undefined && !isFree(change) && RELATED.includes(change.after['_type'])
      ? [change.after]
      : [],
  )
}

function referencesOf(campaign: Record<string, unknown>): string[] {
  const { messages, organizations, lawProfile } = campaign
  return [messages, organizations, [lawProfile]]
    .flatMap((list) => (Array.isArray(list) ? list : []))
    .flatMap((item) => refOf(item) ?? [])
}
