import { XMLBuilder } from 'fast-xml-parser'
import { Mistake } from '#content/model/errors.ts'
import {
  type Inline,
  METADATA_NAMESPACE,
  XLIFF_NAMESPACE,
  XLIFF_VERSION,
  type Xliff,
  type XliffFile,
  type XliffUnit,
} from './xliff.ts'
import { escapeAttribute, escapeText, isXmlCharacter } from './xml-text.ts'

type Node = Record<string, unknown>

/**
 * A file of XLIFF 2.1: one `<file>` a document, one `<unit>` a text. White space is kept as it is, and what XML cannot
 * hold is written as `<cp>`.
 *
 * @throws Mistake where a text holds half a character (a lone surrogate)
 */
export function writeXliff(xliff: Xliff): string {
  const { sourceLanguage, targetLanguage } = xliff
  const root = element(
    'xliff',
    {
      xmlns: XLIFF_NAMESPACE,
      'xmlns:mda': METADATA_NAMESPACE,
      version: XLIFF_VERSION,
      srcLang: sourceLanguage,
      trgLang: targetLanguage,
      'xml:space': 'preserve',
    },
    xliff.files.flatMap((file) => [line(1), fileNode(file, xliff)]).concat(line(0)),
  )
  const builder = new XMLBuilder({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    processEntities: false,
    suppressEmptyNode: true,
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build([root])}\n`
}

function fileNode(file: XliffFile, { sourceDirection, targetDirection }: Xliff): Node {
  return element(
    'file',
    {
      id: file.original,
      original: file.original,
      ...(sourceDirection && { srcDir: sourceDirection }),
      ...(targetDirection && { trgDir: targetDirection }),
    },
    [
      line(2),
      metadata('document', file.about),
      ...notes(file.notes, 2),
      ...file.units.flatMap((unit) => [line(2), unitNode(unit)]),
      line(1),
    ],
  )
}

function unitNode(unit: XliffUnit): Node {
  const { state, subState, source, target, sourceHash } = unit
  const segment = element(
    'segment',
    { state, ...(subState && { subState: `waymark:${subState}` }) },
    [
      line(4),
      element('source', {}, inline(source, unit.name)),
      ...(target ? [line(4), element('target', {}, inline(target, unit.name))] : []),
      line(3),
    ],
  )
  return element('unit', { id: unit.id, name: unit.name }, [
    ...(sourceHash ? [line(3), metadata('text', { sourceHash })] : []),
    ...notes(unit.notes, 3),
    line(3),
    segment,
    line(2),
  ])
}

function metadata(category: string, values: Readonly<Record<string, string>>): Node {
  const metas = Object.entries(values).map(([type, value]) =>
    element('mda:meta', { type }, [text(value)]),
  )
  return element('mda:metadata', {}, [
    element('mda:metaGroup', { category: `waymark-${category}` }, metas),
  ])
}

function notes(all: readonly string[], depth: number): Node[] {
  if (all.length === 0) return []
  const each = all.map((note) => element('note', {}, [text(note)]))
  return [line(depth), element('notes', {}, each)]
}

function inline(content: readonly Inline[], where: string): Node[] {
  return content.flatMap((one) => {
    if (typeof one === 'string') return characters(one, where)
    const kind = one.kind && { type: 'fmt', subType: one.kind === 'strong' ? 'xlf:b' : 'xlf:i' }
    return [element('pc', { id: one.id, ...kind }, inline(one.content, where))]
  })
}

/** Words, with a `<cp>` for each character that XML has no place for. */
function characters(words: string, where: string): Node[] {
  if (!words.isWellFormed()) {
    const message = `"${where}" holds half a character. Delete the sign that shows as a box, and write it again.`
    throw new Mistake('xliff-character', message)
  }
  const nodes: Node[] = []
  let held = ''
  for (const sign of words) {
    const codePoint = sign.codePointAt(0) ?? 0
    if (isXmlCharacter(codePoint)) {
      held += sign
      continue
    }
    if (held !== '') nodes.push(text(held))
    held = ''
    nodes.push(element('cp', { hex: codePoint.toString(16).toUpperCase().padStart(4, '0') }, []))
  }
  return held === '' ? nodes : [...nodes, text(held)]
}

function element(name: string, attributes: Record<string, string>, content: Node[]): Node {
  const named = Object.entries(attributes).map(([key, value]) => [
    `@${key}`,
    escapeAttribute(value),
  ])
  return { [name]: content, ':@': Object.fromEntries(named) }
}

function text(words: string): Node {
  return { '#text': escapeText(words) }
}

/** A new line between elements, where white space says nothing. */
function line(depth: number): Node {
  return { '#text': `\n${'  '.repeat(depth)}` }
}
