import type { SanityClient } from '@sanity/client'
import { z } from 'zod'
import { exitAddress } from '#content/model/exit-address.ts'
import { publicText } from '#content/model/facts.ts'
import { countryCode } from '#content/model/ids.ts'
import { layersOf } from './layers-of.ts'
import { type Report, readEach, warn } from './read-result.ts'

const AUTHORITY = `{"name": coalesce(name[]{language, "text": value}, []), url, contact}`

const COUNTRIES_QUERY = `*[_type == "country"] | order(_id) {
  "id": _id, code, exit, accessibilityLaw,
  "dataProtectionAuthority": dataProtectionAuthority${AUTHORITY},
  "accessibilityBody": accessibilityBody${AUTHORITY}
}`

const authority = z.object({
  name: publicText,
  url: z.url({ protocol: /^https$/ }).optional(),
  contact: z.string().optional(),
})

const country = z.object({
  id: z.string(),
  code: countryCode,
  exit: exitAddress.optional(),
  accessibilityLaw: z.string().optional(),
  dataProtectionAuthority: authority.optional(),
  accessibilityBody: authority.optional(),
})

/** What authors say of one country: where its readers leave to, and who watches over us there. */
export type Country = z.infer<typeof country>

/**
 * The countries that authors have written about, by code. One that is not in shape is left out and told to `report`;
 * of two documents of a country, which our gates refuse, the first by its id holds.
 */
export async function loadCountries(
  client: SanityClient,
  report: Report = warn,
): Promise<ReadonlyMap<string, Country>> {
  const found = await client.fetch<unknown[]>(COUNTRIES_QUERY, {}, layersOf(client))
  const countries = readEach(country, found, report).toReversed()
  return new Map(countries.map((one) => [one.code, one]))
}
