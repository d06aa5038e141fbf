import { Mistake } from '#content/model/errors.ts'
import { readInline } from './read-inline.ts'
import { readXml, type XmlElement } from './read-xml.ts'
import {
  type Inline,
  SEGMENT_STATES,
  XLIFF_NAMESPACE,
  type Xliff,
  type XliffFile,
  type XliffUnit,
} from './xliff.ts'

/**
 * Reads a file of XLIFF 2.0 or 2.1. Segments that a tool has cut a text into are put together again; a text is
 * without translation until each of them has one.
 *
 * @throws Mistake with line and unit, and what to do
 */
export function readXliff(xml: string): Xliff {
  const root = readXml(xml)
  const { xmlns, version, srcLang, trgLang } = root.attributes
  if (root.name !== 'xliff' || xmlns !== XLIFF_NAMESPACE) {
    const is = version?.startsWith('1') ? `XLIFF ${version}` : `<${root.name}>`
    throw mistake(root, `this is ${is}. Ask for XLIFF 2.1`)
  }
  if (version !== '2.0' && version !== '2.1') {
    throw mistake(root, `this is XLIFF ${version ?? 'without a version'}. Ask for XLIFF 2.1`)
  }
  if (srcLang === undefined || trgLang === undefined) {
    throw mistake(root, 'srcLang or trgLang is missing. Ask the agency to name both languages')
  }
  const files = childrenOf(root, 'file').map(readFile)
  if (files.length === 0) throw mistake(root, 'it has no <file>. Export it anew')
  unique(root, files, ({ original }) => original)
  return { sourceLanguage: srcLang, targetLanguage: trgLang, files }
}

function readFile(file: XmlElement): XliffFile {
  const { original, id } = file.attributes
  if (id === undefined) throw mistake(file, '<file> has no id. Export it anew')
  if (original === undefined) {
    throw mistake(file, '<file> does not say which document it is of (original). Export it anew')
  }
  const units = unitsIn(file).map(readUnit)
  unique(file, units, (unit) => unit.id)
  return { original, notes: notesOf(file), about: metadataOf(file), units }
}

/** The units of a file; groups only order them. */
function unitsIn(parent: XmlElement): XmlElement[] {
  return elementsOf(parent).flatMap((child) => {
    if (child.name === 'group') return unitsIn(child)
    return child.name === 'unit' ? [child] : []
  })
}

function readUnit(unit: XmlElement): XliffUnit {
  const { id, name } = unit.attributes
  if (id === undefined) throw mistake(unit, '<unit> has no id. Export it anew')
  const parts = elementsOf(unit).filter(({ name }) => name === 'segment' || name === 'ignorable')
  const segments = parts.filter((part) => part.name === 'segment')
  if (segments.length === 0) throw mistake(unit, `unit "${id}" has no <segment>. Export it anew`)
  const sources = parts.map((part) => {
    const source = childrenOf(part, 'source')[0]
    if (source === undefined) throw mistake(part, `unit "${id}" has no <source>. Export it anew`)
    return readInline(source, id)
  })
  const target = targetOf(parts, sources, id)
  const { sourceHash } = metadataOf(unit)
  return {
    id,
    name: name ?? id,
    state: stateOf(segments, id),
    source: joined(sources),
    ...(target && { target }),
    notes: notesOf(unit),
    ...(sourceHash !== undefined && { sourceHash }),
  }
}

/** A translation of the whole text; undefined while a segment of it has none. */
function targetOf(
  parts: readonly XmlElement[],
  sources: readonly (readonly Inline[])[],
  id: string,
): Inline[] | undefined {
  const placed: { order: number; content: readonly Inline[] }[] = []
  for (const [at, part] of parts.entries()) {
    const target = childrenOf(part, 'target')[0]
    if (target === undefined && part.name === 'segment') return undefined
    const content = target ? readInline(target, id) : (sources[at] ?? [])
    const order = Number(target?.attributes['order'] ?? at + 1)
    placed.push({ order, content })
  }
  return joined(placed.toSorted((a, b) => a.order - b.order).map(({ content }) => content))
}

function stateOf(segments: readonly XmlElement[], id: string) {
  const known: readonly string[] = SEGMENT_STATES
  const ranks = segments.map((segment) => {
    const state = segment.attributes['state'] ?? 'initial'
    const rank = known.indexOf(state)
    if (rank < 0) {
      const words = known.join(', ')
      throw mistake(segment, `unit "${id}" has the state "${state}". It must be one of ${words}`)
    }
    return rank
  })
  return SEGMENT_STATES[Math.min(...ranks)] ?? 'initial'
}

function joined(parts: readonly (readonly Inline[])[]): Inline[] {
  const all: Inline[] = []
  for (const one of parts.flat()) {
    const last = all.at(-1)
    if (typeof one === 'string' && typeof last === 'string') all[all.length - 1] = last + one
    else all.push(one)
  }
  return all
}

/** What is kept in the metadata module under a category of ours. Prefixes are the tool's to choose. */
function metadataOf(parent: XmlElement): Record<string, string> {
  const groups = elementsOf(parent)
    .filter(({ name }) => localName(name) === 'metadata')
    .flatMap(elementsOf)
    .filter(({ attributes }) => attributes['category']?.startsWith('waymark-'))
  return Object.fromEntries(
    groups
      .flatMap(elementsOf)
      .map((meta) => [meta.attributes['type'] ?? '', meta.content.filter(isText).join('').trim()]),
  )
}

function notesOf(parent: XmlElement): string[] {
  return childrenOf(parent, 'notes')
    .flatMap((notes) => childrenOf(notes, 'note'))
    .map((note) => note.content.filter(isText).join(''))
}

function unique<One>(parent: XmlElement, all: readonly One[], nameOf: (one: One) => string): void {
  const seen = new Set<string>()
  for (const name of all.map(nameOf)) {
    if (seen.has(name)) throw mistake(parent, `"${name}" is there twice. Leave one of them`)
    seen.add(name)
  }
}

function elementsOf({ content }: XmlElement): XmlElement[] {
  return content.filter((one) => typeof one !== 'string')
}

function childrenOf(parent: XmlElement, name: string): XmlElement[] {
  return elementsOf(parent).filter((child) => child.name === name)
}

function isText(one: XmlElement | string): one is string {
  return typeof one === 'string'
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function mistake({ line }: XmlElement, what: string): Mistake {
  return new Mistake('xliff-shape', `Line ${line}: ${what}.`)
}
