import { z } from 'zod'
import { type LanguageTag, languageTag } from '#content/model/language-tag.ts'
import { translatedText } from '#content/model/translation.ts'

/** A text that the public may be shown, and where it stands. */
export type PublicWords = {
  documentId: string
  path: string
  language: LanguageTag
  text: string
}

const translation = translatedText.element.extend({ _key: z.string().optional() })
const name = z.object({ language: languageTag, value: z.string() })
const ownWords = z.object({
  _type: z.literal('interfaceText'),
  language: languageTag,
  strings: z.array(z.object({ key: z.string(), value: translatedText.element.shape.value })),
})
const guide = z.object({
  _type: z.literal('guide'),
  language: languageTag,
  approved: z.object({}),
  withdrawn: z.unknown().optional(),
})

/**
 * Every text in a document that the public may be shown in some language: approved texts, names, words of ours, and
 * an approved guide whole. What is not in shape is another gate's business.
 */
export function publicTexts(documentId: string, document: Record<string, unknown>): PublicWords[] {
  const own = ownWords.safeParse(document).data
  if (own) {
    return own.strings.flatMap(({ key, value: { approved, withdrawn } }) => {
      if (approved === undefined || withdrawn !== undefined) return []
      return [{ documentId, path: `strings.${key}`, language: own.language, text: approved.text }]
    })
  }
  const { data } = guide.safeParse(document)
  if (data?.withdrawn !== undefined) return []
  if (data) {
    const words = [document['title'], document['summary'], document['body']].flatMap(spokenIn)
    return [{ documentId, path: 'body', language: data.language, text: words.join('\n') }]
  }
  return Object.entries(document).flatMap(([field, value]) => textsIn(value, field, documentId))
}

function textsIn(value: unknown, path: string, documentId: string): PublicWords[] {
  if (Array.isArray(value)) return value.flatMap((item) => textsIn(item, path, documentId))
  if (typeof value !== 'object' || value === null) return []
  const named = name.safeParse(value).data
  if (named) return [{ documentId, path, language: named.language, text: named.value }]
  const translated = translation.safeParse(value).data
  if (translated) {
    const { language, value: words } = translated
    if (words.approved === undefined || words.withdrawn !== undefined) return []
    return [{ documentId, path, language, text: words.approved.text }]
  }
  return Object.entries(value).flatMap(([field, inner]) =>
    textsIn(inner, `${path}.${field}`, documentId),
  )
}

/** The words of Portable Text, without its marks. */
function spokenIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(spokenIn)
  if (typeof value !== 'object' || value === null) return []
  const { text, children } = { text: undefined, children: undefined, ...value }
  return [text, children].flatMap(spokenIn)
}
