import type { SanityClient } from 'sanity'
import { z } from 'zod'
import type { ExportedDocument } from '#content/exchange/xliff/make-xliff.ts'
import { textsOf, valueIn } from '#content/model/document-texts.ts'
import { LAST_LANGUAGE } from '#content/model/languages.ts'
import { bareId } from './matrix-state.ts'

const stored = z.looseObject({
  _id: z.string(),
  _rev: z.string(),
  _type: z.string(),
  slug: z.object({ current: z.string() }).nullish().catch(undefined),
})
export type StoredDocument = z.infer<typeof stored>

const answer = z.object({ documents: z.array(stored), translations: z.array(stored) })

/** Documents asked for at once: some megabytes. */
const AT_ONCE = 100

// Guides have a document a language: what belongs together shares its slug.
const QUERY = `{
  "documents": *[_id in $ids],
  "translations": *[_type == "guide" && language == $language &&
    slug.current in *[_type == "guide" && _id in $ids].slug.current]
}`

/** Whole documents with drafts over what is published, and guides with their translation, by the bare id. */
export async function loadExchanged(
  client: SanityClient,
  ids: readonly string[],
  language: string,
): Promise<Map<string, ExportedDocument & { document: StoredDocument }>> {
  const found = new Map<string, ExportedDocument & { document: StoredDocument }>()
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const parameters = { ids: ids.slice(at, at + AT_ONCE), language }
    const asked = await client.fetch<unknown>(QUERY, parameters, { perspective: 'drafts' })
    const { documents, translations } = answer.parse(asked)
    for (const document of documents) {
      const id = bareId(document._id)
      const translation = translations.find(
        ({ slug }) => slug?.current !== undefined && slug.current === document.slug?.current,
      )
      found.set(id, {
        document: { ...document, _id: id },
        title: titleOf(document),
        ...(document._type === 'guide' && translation && { translation }),
      })
    }
  }
  return found
}

function titleOf(document: StoredDocument): string {
  const { name, title } = document
  if (typeof title === 'string') return title
  if (typeof name === 'string') return name
  const names = z.array(z.object({ language: z.string(), value: z.string() })).safeParse(name).data
  const named = names?.find(({ language }) => language === LAST_LANGUAGE) ?? names?.[0]
  const first = textsOf(document)[0]
  return named?.value ?? (first && valueIn(first.values, LAST_LANGUAGE)?.text) ?? document._id
}
