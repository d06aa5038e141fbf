import type { TextBlock } from './documents/guide.ts'

/**
 * The words of a guide without their form: what an approval of it holds for, and what `textHash` is taken of.
 * Title, summary, then one line a paragraph, heading or list item, NFC.
 */
export function guideText(guide: {
  title: string
  summary: string
  body: readonly TextBlock[]
}): string {
  const prose = guide.body.map((block) => block.children.map((span) => span.text).join(''))
  return [guide.title, guide.summary, ...prose].join('\n').normalize('NFC')
}
