import { refuse } from './errors.ts'

/** A part of an SVG. `attributes` as written, without their quotes. */
export type SvgToken =
  | { kind: 'text'; text: string }
  | { kind: 'open'; name: string; attributes: [name: string, value: string][]; isEmpty: boolean }
  | { kind: 'close'; name: string }

const NAME = '[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?'
const ATTRIBUTE = `\\s+(${NAME})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`
const COMMENT = /<!--(?:(?!--)[\s\S])*-->/y
const DECLARATION = /<\?xml\s[^<>?]*\?>/y
const CLOSE = new RegExp(`</(${NAME})\\s*>`, 'y')
const OPEN = new RegExp(`<(${NAME})((?:${ATTRIBUTE})*)\\s*(/?)>`, 'y')
const TEXT = /[^<&]+|&(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});/y

/**
 * Reads the part of XML that pictures need. Comments are left out; document types, entities,
 * CDATA and instructions are refused, since readers disagree on what they mean.
 *
 * @throws LakeError 400
 */
export function readSvg(source: string): SvgToken[] {
  const tokens: SvgToken[] = []
  const open: string[] = []
  let at = source.startsWith('\ufeff') ? 1 : 0
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at
    const match = pattern.exec(source)
    if (match) at = pattern.lastIndex
    return match
  }
  take(/\s+/y)
  take(DECLARATION)
  while (at < source.length) {
    if (take(COMMENT)) continue
    const close = take(CLOSE)
    if (close) {
      const [, name = ''] = close
      if (open.pop() !== name) throw malformed(at)
      tokens.push({ kind: 'close', name })
      continue
    }
    const opened = take(OPEN)
    if (opened) {
      const [, name = '', written = ''] = opened
      const isEmpty = opened.at(-1) === '/'
      tokens.push({ kind: 'open', name, attributes: attributesOf(written, at), isEmpty })
      if (!isEmpty) open.push(name)
      continue
    }
    const text = take(TEXT)
    if (!text) throw malformed(at)
    tokens.push({ kind: 'text', text: text[0] })
  }
  if (open.length > 0) throw malformed(at)
  return tokens
}

function attributesOf(written: string, at: number): [string, string][] {
  const found = [...written.matchAll(new RegExp(ATTRIBUTE, 'g'))].map(
    ([, name = '', double, single]): [string, string] => [name, double ?? single ?? ''],
  )
  if (new Set(found.map(([name]) => name)).size !== found.length) throw malformed(at)
  return found
}

function malformed(at: number) {
  return refuse(400, `The SVG cannot be read at character ${at}`)
}
