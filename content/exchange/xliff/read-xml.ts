import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { Mistake } from '#content/model/errors.ts'
import { MOST_XLIFF_BYTES } from './xliff.ts'
import { resolveReferences } from './xml-text.ts'

/** An element with what is in it, in order. `line` counts from one. */
export type XmlElement = {
  name: string
  attributes: Readonly<Record<string, string>>
  content: readonly (XmlElement | string)[]
  line: number
}

const MOST_DEPTH = 60
const TEXT = '#text'
const ATTRIBUTES = ':@'
const NO_XLIFF = 'This is no XLIFF file. Choose the .xlf that the agency sent back.'

/**
 * Reads a file of XML without a DTD. Names keep their prefixes.
 *
 * @throws Mistake with the line, where it is too long, not well formed, or wants a DTD
 */
export function readXml(xml: string): XmlElement {
  if (new TextEncoder().encode(xml).length > MOST_XLIFF_BYTES) {
    const most = MOST_XLIFF_BYTES / 1024 ** 2
    throw new Mistake('xliff-size', `The file is longer than ${most} MB. Send it in parts.`)
  }
  const text = xml.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const declared = /<!(?:DOCTYPE|ENTITY)/i.exec(text.replace(/<!\[CDATA\[.*?\]\]>/gs, ''))
  if (declared !== null) {
    const message = 'The file has a DTD (<!DOCTYPE …>). None is read: take it out of the file.'
    throw new Mistake('xliff-dtd', message)
  }
  if (!/^\s*</.test(text)) throw new Mistake('xliff-xml', NO_XLIFF)
  const found = XMLValidator.validate(text)
  if (found !== true) {
    const { line, msg } = found.err
    const message = `Line ${line}: this is not XML. ${msg} Ask the agency to save it anew.`
    throw new Mistake('xliff-xml', message)
  }
  const { starts, lineAt } = linesOf(text)
  const root = toElements(parse(text), lineAt, starts.length)[0]
  if (root === undefined || typeof root === 'string') {
    throw new Mistake('xliff-xml', 'The file is empty. Choose the file that the agency sent back.')
  }
  return root
}

function parse(text: string): unknown {
  const decode = resolveReferences
  const nothing = () => {}
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    trimValues: false,
    parseTagValue: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
    captureMetaData: true,
    maxNestedTags: MOST_DEPTH,
    processEntities: { enabled: true, maxEntityCount: 0 },
    entityDecoder: {
      decode,
      reset: nothing,
      setExternalEntities: nothing,
      addInputEntities: nothing,
      setXmlVersion: nothing,
    },
  })
  try {
    return parser.parse(text)
  } catch (cause) {
    if (cause instanceof Mistake) throw cause
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Mistake('xliff-xml', `This XML cannot be read: ${reason}`, { cause })
  }
}

type LineAt = (index: number) => number

function toElements(nodes: unknown, lineAt: LineAt, line: number): (XmlElement | string)[] {
  if (!Array.isArray(nodes)) return []
  return nodes.flatMap((node: unknown): (XmlElement | string)[] => {
    if (typeof node !== 'object' || node === null) return []
    const entries = Object.entries(node)
    const [name, inner] = entries.find(([key]) => key !== ATTRIBUTES) ?? []
    if (name === undefined) return []
    if (name === TEXT) return [String(inner)]
    const at = lineOf(node, lineAt) ?? line
    const found = entries.find(([key]) => key === ATTRIBUTES)?.[1]
    const attributes = Object.fromEntries(
      Object.entries(found ?? {}).map(([key, value]) => [key, String(value)]),
    )
    return [{ name, attributes, content: toElements(inner, lineAt, at), line: at }]
  })
}

function lineOf(node: object, lineAt: LineAt): number | undefined {
  // The parser's one symbol; its own type for it cannot be used as a key.
  const [symbol] = Object.getOwnPropertySymbols(node)
  const meta: unknown = symbol && Reflect.get(node, symbol)
  if (typeof meta !== 'object' || meta === null || !('startIndex' in meta)) return undefined
  return typeof meta.startIndex === 'number' ? lineAt(meta.startIndex) : undefined
}

/** Where each line begins, and the line that an index is in. */
function linesOf(text: string): { starts: number[]; lineAt: LineAt } {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  const lineAt = (index: number) => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= index) low = middle
      else high = middle
    }
    return low + 1
  }
  return { starts, lineAt }
}
