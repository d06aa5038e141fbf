import { translatedText } from '#content/model/translation.ts'

/** Languages in which some of a document's texts stand, in the order in which they stand there. */
export function languagesOfTexts(
  document: Readonly<Record<string, unknown>>,
  fields: readonly string[],
): string[] {
  const tags = fields.flatMap((field) => {
    const items: unknown[] = Array.isArray(document[field]) ? document[field] : []
    return items.flatMap((item) => translatedText.element.safeParse(item).data?.language ?? [])
  })
  return [...new Set(tags)]
}
