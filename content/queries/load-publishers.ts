import type { SanityClient } from '@sanity/client'
import { z } from 'zod'
import { publicOrganization, publicText } from '#content/model/facts.ts'
import { countryCode, day } from '#content/model/ids.ts'
import { type Report, readEach, warn } from './read-result.ts'

const PUBLISHERS_QUERY = `*[_type == "organization" && _id in *[_type == "campaign"].organizations[]._ref]
  | order(_id) {
  "id": _id, kind, "name": coalesce(name[]{language, "text": value}, []),
  legalName, country, registeredAddress, responsibleRole, url,
  dataProtectionContact, accessibilityContact, accessibilityTestedOn,
  "funder": funder{disclaimer, 
    "emblem": select(defined(emblem.asset->url) => emblem{"url": asset->url, alternative})}
}`

const publisher = z.object({
  id: publicOrganization.shape.id,
  kind: publicOrganization.shape.kind,
  name: publicText,
  legalName: z.string(),
  country: countryCode.optional(),
  registeredAddress: z.string().optional(),
  responsibleRole: z.string().optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  dataProtectionContact: z.string().optional(),
  accessibilityContact: z.string().optional(),
  accessibilityTestedOn: day.optional(),
  funder: z
    .object({
      disclaimer: z.string(),
      emblem: z.object({ url: z.url(), alternative: z.string() }).optional(),
    })
    .optional(),
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
