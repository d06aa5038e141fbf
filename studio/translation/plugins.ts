import type { PluginOptions, SanityClient } from 'sanity'
import { internationalizedArray } from 'sanity-plugin-internationalized-array'
import { z } from 'zod'
import { anyDocument } from '#content/model/documents/any-document.ts'
import { BUILT_IN_LANGUAGES, LAST_LANGUAGE } from '#content/model/languages.ts'

/** Languages as the plugins want them. */
export type Choice = { id: string; title: string }

const choices = z.array(z.object({ id: z.string(), title: z.string() }))

/** The built-in languages, overlaid by those that authors changed or added. */
export async function languageChoices(client: SanityClient): Promise<Choice[]> {
  const query = '*[_type == "language"]{"id": tag, "title": englishName}'
  const added = choices.safeParse(await client.fetch(query, {}, { perspective: 'published' }))
  const known = new Map(BUILT_IN_LANGUAGES.map(({ tag, englishName }) => [tag, englishName]))
  for (const { id, title } of added.data ?? []) known.set(id, title)
  return [...known].map(([id, title]) => ({ id, title }))
}

const documentTypes: string[] = anyDocument.options.map(({ shape }) => shape._type.value)

/** Fields with a value per language, and the choice of languages that a form shows. */
export function translationPlugins(): PluginOptions[] {
  return [
    internationalizedArray({
      languages: languageChoices,
      fieldTypes: ['string', 'translatedValue'],
      // A button for each of forty-five languages under each text would hide the texts.
      buttonLocations: ['fieldMenu'],
      buttonAddAll: false,
      languageDisplay: 'titleAndCode',
      // Opening a document is no edit.
      restoreOrder: false,
      languageFilter: { documentTypes, defaultLanguages: [LAST_LANGUAGE] },
    }),
  ]
}
