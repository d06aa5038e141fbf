import type { TextBlock } from '#content/model/documents/guide.ts'

/** A run of words, with the marks that we draw. */
export type Span = { text: string; isStrong: boolean; isEmphasised: boolean }
/** A paragraph or heading, or the items of one list. */
export type ProseBlock =
  | { kind: 'text'; tag: 'p' | 'h2' | 'h3' | 'blockquote'; spans: Span[] }
  | { kind: 'list'; tag: 'ul' | 'ol'; items: Span[][] }

/** Portable Text as HTML needs it: items that follow each other become one list. Links in it are not drawn. */
export function readProse(body: readonly TextBlock[]): ProseBlock[] {
  const blocks: ProseBlock[] = []
  for (const { style, listItem, children } of body) {
    const spans = children.map(({ text, marks }) => ({
      text,
      isStrong: marks.includes('strong'),
      isEmphasised: marks.includes('em'),
    }))
    if (listItem === undefined) {
      blocks.push({ kind: 'text', tag: style === 'normal' ? 'p' : style, spans })
      continue
    }
    const tag = listItem === 'number' ? 'ol' : 'ul'
    const last = blocks.at(-1)
    if (last?.kind === 'list' && last.tag === tag) last.items.push(spans)
    else blocks.push({ kind: 'list', tag, items: [spans] })
  }
  return blocks
}
