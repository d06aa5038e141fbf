import { valueIn } from '#content/model/document-texts.ts'
import type { TextBlock } from '#content/model/documents/guide.ts'
import { guideText } from '#content/model/guide-text.ts'
import { submit, write } from '#content/model/review-steps.ts'
import { textHash } from '#content/model/text-hash.ts'
import { mergePatches, type TextPatch, textPatch } from '#content/model/text-patch.ts'
import type { TranslatedValue } from '#content/model/translation.ts'
import type { IncomingText } from './compare-xliff.ts'
import { guideWordsOf } from './document-units.ts'
import { spansOf } from './prose-inline.ts'
import { unitId } from './unit-id.ts'
import { plainText } from './xliff.ts'

/** How translations come in: whose work they are, and the day (UTC) on which they are handed in for review. */
export type Incoming = { language: string; origin: TranslatedValue['origin']; on: string }

/** One document's translations as one patch: written and handed in for review. */
export function patchOf(
  texts: readonly IncomingText[],
  { language, origin, on }: Incoming,
): TextPatch {
  return mergePatches(
    texts.flatMap(({ current, target }) => {
      const { text } = current
      if (text === undefined) return []
      const value = valueIn(text.values, language)
      const source = plainText(current.source)
      const written = write(value, { text: plainText(target), source, origin })
      const submitted = value ? submit(value, on) : { set: { submittedOn: on }, unset: [] }
      const set = { ...written.set, ...submitted.set }
      return [textPatch(text, language, { set, unset: submitted.unset })]
    }),
  )
}

/**
 * A guide in another language, from its source and what came in: style, lists and codes are the source's. What did not
 * come in stays as it was translated before; undefined where a part has no translation at all.
 */
export function translatedGuide(
  guide: { source: unknown; translation?: unknown },
  texts: readonly IncomingText[],
  { origin, on }: Omit<Incoming, 'language'>,
): Record<string, unknown> | undefined {
  const source = guideWordsOf(guide.source)
  if (source === undefined) return undefined
  const before = guideWordsOf(guide.translation)
  const incoming = new Map(texts.map((text) => [text.current.id, text]))
  const line = (id: 'title' | 'summary') => {
    const text = incoming.get(id)
    return text ? plainText(text.target) : before?.[id]
  }
  const body = source.body.flatMap((block): TextBlock[] => {
    const text = incoming.get(unitId('body', block._key))
    const children = text && spansOf(text.target, block)
    if (children) return [{ ...block, children }]
    const old = before?.body.find(({ _key }) => _key === block._key)
    if (old) return [old]
    return block.children.every((span) => span.text.trim() === '') ? [block] : []
  })
  const title = line('title')
  const summary = line('summary')
  if (!title || !summary || body.length !== source.body.length) return undefined
  const sourceHash = textHash(guideText(source))
  return { title, summary, body, origin, sourceHash, submittedOn: on }
}
