import type { SanityClient } from '@sanity/client'
import { z } from 'zod'
import { type PublicWords, publicTexts } from '#content/gates/public-texts.ts'
import { loadStrings } from '#content/locales/load.ts'
import type { LanguageTag } from '#content/model/language-tag.ts'

const DOCUMENTS_QUERY = `*[!(_type match "sanity.*") && !(_type match "system.*") && _type != "language"]`

const documents = z.array(z.looseObject({ _id: z.string() }))

/**
 * Everything that is shown now in some languages: approved texts, names, and our own words. Reads all that is
 * published, so it is asked for only where a language itself is published.
 */
export async function loadShownTexts(
  client: SanityClient,
  tags: readonly LanguageTag[],
): Promise<PublicWords[]> {
  if (tags.length === 0) return []
  const [found, strings] = await Promise.all([
    client.fetch<unknown>(DOCUMENTS_QUERY, {}, { perspective: 'published' }),
    loadStrings(),
  ])
  const written = documents.parse(found).flatMap((one) => publicTexts(one._id, one))
  const own = tags.map((language) => {
    const text = Object.values(strings[language] ?? {}).join('\n')
    return { documentId: `interface-${language}`, path: 'strings', language, text }
  })
  return [...own, ...written].filter(({ language }) => tags.includes(language))
}
