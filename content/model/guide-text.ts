import type { TextBlock } from './documents/guide.ts'

/**
 * The words of a guide without their form: what an approval of it holds for, and what `textHash` is taken of.
 * One line a paragraph, heading or list item, NFC.
 */
export function guideText(body: readonly TextBlock[]): string {
  return body
    .map((block) => block.children.map((span) => span.text).join(''))
    .join('\n')
    .normalize('NFC')
}
