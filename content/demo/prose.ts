import type { TextBlock } from '#content/model/documents/guide.ts'

/** Portable Text of plain lines: `# ` starts a heading, `- ` a list item, anything else is a paragraph. */
export function prose(lines: readonly string[]): TextBlock[] {
  return lines.map((line, at) => {
    const [, sign, text] = /^([#-]) (.*)$/.exec(line) ?? [undefined, '', line]
    return {
      _type: 'block',
      _key: `block${at}`,
      style: sign === '#' ? 'h2' : 'normal',
      ...(sign === '-' && { listItem: 'bullet' as const, level: 1 }),
      markDefs: [],
      children: [{ _type: 'span', _key: `span${at}`, text: text ?? '', marks: [] }],
    }
  })
}
