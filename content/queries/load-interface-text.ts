import type { SanityClient } from '@sanity/client'
import { z } from 'zod'
import type { ChangedWords } from '#content/locales/overlay-strings.ts'
import { languageTag } from '#content/model/language-tag.ts'
import { type Report, readEach, warn } from './read-result.ts'

const INTERFACE_TEXT_QUERY = `*[_type == "interfaceText"] | order(_id) {
  "id": _id, language,
  "strings": coalesce(strings[defined(value.approved.text) && !defined(value.withdrawn)]
    {key, "text": value.approved.text}, [])
}`

const changedWords = z.object({
  language: languageTag,
  strings: z.array(z.object({ key: z.string(), text: z.string() })),
})

/** The words on our own buttons that authors changed, as far as a reviewer approved them. */
export async function loadInterfaceText(
  client: SanityClient,
  report: Report = warn,
): Promise<ChangedWords[]> {
  const found = await client.fetch<unknown[]>(
    INTERFACE_TEXT_QUERY,
    {},
    { perspective: 'published' },
  )
  return readEach(changedWords, found, report)
}
