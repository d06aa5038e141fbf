import type { SanityClient } from '@sanity/client'
import { z } from 'zod'
import { type Report, readEach, warn } from './read-result.ts'

const campaign = z.object({
  id: z.string(),
  name: z.string(),
  organizations: z.array(z.string()).default([]),
})
export type NamedCampaign = z.infer<typeof campaign>

const CAMPAIGNS_QUERY = `*[_type == "campaign"] | order(lower(name)) {
  "id": _id, name, "organizations": organizations[]._ref
}`

/** Every published campaign with those who speak in it, by name. */
export async function loadCampaigns(
  client: SanityClient,
  report: Report = warn,
): Promise<NamedCampaign[]> {
  const found = await client.fetch<unknown[]>(CAMPAIGNS_QUERY, {}, { perspective: 'published' })
  return readEach(campaign, found, report)
}
