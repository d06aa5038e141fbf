import { z } from 'zod'
import { type DocumentText, sourceOf, textsOf, valueIn } from '#content/model/document-texts.ts'
import { type guide, type TextBlock, textBlock } from '#content/model/documents/guide.ts'
import { guideReview, guideState } from '#content/model/guide-state.ts'
import { guideText } from '#content/model/guide-text.ts'
import { TEXT_LIMITS } from '#content/model/limits.ts'
import { textHash } from '#content/model/text-hash.ts'
import { type TranslatedValue, translationState } from '#content/model/translation.ts'
import { inlineOf } from './prose-inline.ts'
import { unitId } from './unit-id.ts'
import { type Inline, plainText, type SegmentState } from './xliff.ts'

/** A text of a document as it goes to an agency and comes back. */
export type DocumentUnit = {
  id: string
  name: string
  source: readonly Inline[]
  sourceHash: string
  /** Longest translation, in characters. */
  limit: number
  /** The translation as it is now. */
  target?: readonly Inline[]
  state: string
  /** Where the text is one of a field's languages. */
  text?: DocumentText
  /** Where it is a paragraph of a guide. */
  block?: TextBlock
}

const guideWords = z.object({
  title: z.string(),
  summary: z.string(),
  body: z.array(textBlock),
})
export type GuideWords = Pick<z.infer<typeof guide>, 'title' | 'summary' | 'body'>

/** What a guide says, as far as it has been written; undefined where that is out of shape. */
export function guideWordsOf(document: unknown): GuideWords | undefined {
  return guideWords.safeParse(document).data
}

/**
 * The texts of a document that can be translated, those with a source only. Of a guide, `translation` is the document
 * in the language that is translated into.
 */
export function unitsOf(
  document: { _type: string },
  { language, translation }: { language: string; translation?: unknown },
): DocumentUnit[] {
  if (document._type === 'guide') return guideUnits(document, translation)
  return textsOf(document).flatMap((text) => {
    const source = sourceOf(text)
    if (source.trim() === '') return []
    const value = valueIn(text.values, language)
    return [
      {
        id: unitId(text.field, text.key),
        name: text.path,
        source: [source],
        sourceHash: textHash(source),
        limit: TEXT_LIMITS.paragraph,
        ...(value && value.text !== '' && { target: [value.text] }),
        state: stateOf(value, source),
        text,
      },
    ]
  })
}

/** Our state in the words of the core: what has to be done is initial, what waits for review is translated. */
export function segmentState(state: string): SegmentState {
  if (state === 'approved') return 'final'
  return state === 'in-review' ? 'translated' : 'initial'
}

function stateOf(value: TranslatedValue | undefined, source: string): string {
  if (value?.withdrawn) return 'withdrawn'
  const state = translationState(value, source)
  return value?.rejected && state === 'draft' ? 'sent-back' : state
}

function guideUnits(document: unknown, translation: unknown): DocumentUnit[] {
  const source = guideWordsOf(document)
  if (source === undefined) return []
  const target = guideWordsOf(translation)
  const review = guideReview.safeParse(translation).data
  const state =
    target && review
      ? guideState(review, { words: guideText(target), source: guideText(source) })
      : 'missing'
  const line = (id: 'title' | 'summary', limit: number): DocumentUnit => ({
    id,
    name: id,
    source: [source[id]],
    sourceHash: textHash(source[id]),
    limit,
    ...(target && { target: [target[id]] }),
    state,
  })
  const blocks = source.body.flatMap((block): DocumentUnit[] => {
    const words = inlineOf(block)
    if (plainText(words).trim() === '') return []
    const same = target?.body.find(({ _key }) => _key === block._key)
    return [
      {
        id: unitId('body', block._key),
        name: `body[_key==${JSON.stringify(block._key)}]`,
        source: words,
        sourceHash: textHash(JSON.stringify(words)),
        limit: TEXT_LIMITS.paragraph * 4,
        ...(same && { target: inlineOf(same) }),
        state: same ? state : 'missing',
        block,
      },
    ]
  })
  return [line('title', TEXT_LIMITS.name), line('summary', TEXT_LIMITS.line), ...blocks]
}
