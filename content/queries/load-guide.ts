import type { SanityClient } from '@sanity/client'
import type { PublicGuide } from '#content/model/facts.ts'
import { type GuideLanguage, guidesOf } from './guide-languages.ts'
import { layersOf } from './layers-of.ts'
import { GUIDE } from './projections.ts'
import { type Report, warn } from './read-result.ts'

/** A guide with its prose in every language it is approved in. */
export type Guide = PublicGuide & { languages: GuideLanguage[] }

const GUIDE_QUERY = `*[_type == "guide" && slug.current == $slug] | order(language) ${GUIDE}`

/** One guide by its slug; `undefined` if there is none, or none that is approved in any language. */
export async function loadGuide(
  client: SanityClient,
  slug: string,
  report: Report = warn,
): Promise<Guide | undefined> {
  const found = await client.fetch<unknown[]>(GUIDE_QUERY, { slug }, layersOf(client))
  return guidesOf(found, report)[0]
}
