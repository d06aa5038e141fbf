import { Mistake } from '#content/model/errors.ts'
import type { XmlElement } from './read-xml.ts'
import type { Inline } from './xliff.ts'

/** What stands in a `<source>` or `<target>`: words, `<pc>` pairs, `<cp>` characters; marks of tools are taken off. */
export function readInline(parent: XmlElement, unit: string): Inline[] {
  const all: Inline[] = []
  const add = (one: Inline) => {
    const last = all.at(-1)
    if (typeof one === 'string' && typeof last === 'string') all[all.length - 1] = last + one
    else if (one !== '') all.push(one)
  }
  for (const node of parent.content) {
    if (typeof node === 'string') add(node)
    else if (node.name === 'cp') add(character(node, unit))
    else if (node.name === 'mrk') for (const one of readInline(node, unit)) add(one)
    else if (node.name === 'pc') add(pair(node, unit))
    else if (node.name !== 'sm' && node.name !== 'em') throw unreadable(node, unit)
  }
  return all
}

function pair(node: XmlElement, unit: string): Inline {
  const { id, subType } = node.attributes
  if (id === undefined) throw unreadable(node, unit)
  const kind = subType === 'xlf:b' ? 'strong' : subType === 'xlf:i' ? 'em' : undefined
  return { id, ...(kind && { kind }), content: readInline(node, unit) }
}

function character(node: XmlElement, unit: string): string {
  const hex = node.attributes['hex'] ?? ''
  const codePoint = Number.parseInt(hex, 16)
  const isHalf = codePoint >= 0xd800 && codePoint <= 0xdfff
  if (!/^[0-9a-fA-F]{4,6}$/.test(hex) || codePoint > 0x10ffff || isHalf) {
    throw unreadable(node, unit)
  }
  return String.fromCodePoint(codePoint)
}

function unreadable({ name, line }: XmlElement, unit: string): Mistake {
  const message = `Line ${line}, unit "${unit}": <${name}> cannot be taken over. Leave the codes as they were exported.`
  return new Mistake('xliff-code', message)
}
