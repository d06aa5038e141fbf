import type { SanityClient } from '@sanity/client'
import { BUILT_IN_LANGUAGES, type Language, languageRecord } from '#content/model/languages.ts'
import { layersOf } from './layers-of.ts'
import { type Report, readEach, warn } from './read-result.ts'

const LANGUAGES_QUERY = `*[_type == "language"] | order(tag) {
  tag, ownName, englishName, script, direction, font, fallback, plainVariant, audioOnly
}`

/** The built-in languages overlaid by those that authors changed, then those that they added. */
export async function loadLanguages(
  client: SanityClient,
  report: Report = warn,
): Promise<Language[]> {
  const found = await client.fetch<unknown[]>(LANGUAGES_QUERY, {}, layersOf(client))
  const languages = new Map(BUILT_IN_LANGUAGES.map((language) => [language.tag, language]))
  for (const language of readEach(languageRecord, found, report)) {
    languages.set(language.tag, language)
  }
  return [...languages.values()]
}
