import type { SanityClient } from '@sanity/client'
import { z } from 'zod'
import { publicText } from '#content/model/facts.ts'
import { type Report, readEach, warn } from './read-result.ts'

const PUBLISHERS_QUERY = `*[_type == "organization" && _id in *[_type == "campaign"].organizations[]._ref]
  | order(_id) {
  "name": coalesce(name[]{language, "text": value}, []),
  legalName, registeredAddress, responsibleRole, dataProtectionContact, url
}`

const publisher = z.object({
  name: publicText,
  legalName: z.string(),
  registeredAddress: z.string().optional(),
  responsibleRole: z.string().optional(),
  dataProtectionContact: z.string().optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
})

/** Who answers for what is published: what an imprint has to name. Roles, never people. */
export type Publisher = z.infer<typeof publisher>

/** Everybody behind a campaign, for the imprint. */
export async function loadPublishers(
  client: SanityClient,
  report: Report = warn,
): Promise<Publisher[]> {
  const found = await client.fetch<unknown[]>(PUBLISHERS_QUERY, {}, { perspective: 'published' })
  return readEach(publisher, found, report)
}
