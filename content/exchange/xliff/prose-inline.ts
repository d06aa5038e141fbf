import type { TextBlock } from '#content/model/documents/guide.ts'
import type { Inline } from './xliff.ts'

type Span = TextBlock['children'][number]

/**
 * The words of a block of Portable Text. Spans with marks, and those that would melt into their neighbour, become
 * pairs whose id is their number in the block; style and list stay outside.
 */
export function inlineOf({ children }: Pick<TextBlock, 'children'>): Inline[] {
  return children.map((span, at) => {
    if (isPlain(children, at)) return span.text
    const kind = span.marks.includes('strong') ? 'strong' : 'em'
    const isFormat = span.marks.includes('strong') || span.marks.includes('em')
    return { id: String(at + 1), ...(isFormat && { kind }), content: span.text ? [span.text] : [] }
  })
}

/**
 * Spans for translated words, with the marks and keys of the source block. Undefined where a pair is not one of the
 * source's, is there twice or holds another pair.
 */
export function spansOf(
  content: readonly Inline[],
  { children }: Pick<TextBlock, 'children'>,
): Span[] | undefined {
  const keys = children.flatMap(({ _key }, at) => (isPlain(children, at) ? [_key] : []))
  const taken = new Set(children.map(({ _key }) => _key))
  const used = new Set<string>()
  const spans: Span[] = []
  for (const one of content) {
    if (typeof one === 'string') {
      const _key = keys.shift() ?? freshKey(taken)
      spans.push({ _type: 'span', _key, text: one, marks: [] })
      continue
    }
    const span = children[Number(one.id) - 1]
    if (span === undefined || used.has(one.id) || !one.content.every(isWords)) return undefined
    used.add(one.id)
    spans.push({ ...span, text: one.content.join('') })
  }
  return spans
}

/** Whether a span can be told from its neighbours without a code. */
function isPlain(children: readonly Span[], at: number): boolean {
  const isBare = (span: Span | undefined) => span?.marks.length === 0 && span.text !== ''
  if (!isBare(children[at])) return false
  let bareBefore = 0
  for (let before = at - 1; isBare(children[before]); before -= 1) bareBefore += 1
  return bareBefore % 2 === 0
}

function isWords(one: Inline): one is string {
  return typeof one === 'string'
}

function freshKey(taken: Set<string>): string {
  let number = 1
  while (taken.has(`words${number}`)) number += 1
  const key = `words${number}`
  taken.add(key)
  return key
}
