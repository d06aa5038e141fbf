import { expect, test } from 'vitest'
import { makeXliff } from '../../../../content/exchange/xliff/make-xliff.ts'
import { readXml, type XmlElement } from '../../../../content/exchange/xliff/read-xml.ts'
import { writeXliff } from '../../../../content/exchange/xliff/write-xliff.ts'
import { guide, message } from './documents.ts'

/* The rules of the core that a tool checks before it opens a file. XLIFF 2.1, 4.2 and appendix A. */

const CHILDREN: Readonly<Record<string, RegExp>> = {
  xliff: /^(file )+$/,
  file: /^(mda:metadata )?(notes )?(unit )+$/,
  unit: /^(mda:metadata )?(notes )?(segment )+$/,
  segment: /^source (target )?$/,
  notes: /^(note )+$/,
  'mda:metadata': /^(mda:metaGroup )+$/,
  'mda:metaGroup': /^(mda:meta )+$/,
  source: /^((pc|cp) )*$/,
  target: /^((pc|cp) )*$/,
  pc: /^((pc|cp) )*$/,
}
const NMTOKEN = /^[\w.:-]+$/

const xml = writeXliff(
  makeXliff({
    dataset: 'production',
    campaign: { id: 'campaign-1', name: 'Know the way' },
    language: 'ar',
    directions: { source: 'ltr', target: 'rtl' },
    documents: [
      { document: message, title: 'Papers' },
      { document: guide, title: 'A guide' },
    ],
  }),
)
const root = readXml(xml)

test('elements stand in the order that the core asks for', () => {
  for (const one of walk(root)) {
    const names = elements(one)
      .map(({ name }) => `${name} `)
      .join('')
    expect(names, `<${one.name}> on line ${one.line}`).toMatch(CHILDREN[one.name] ?? /^$/)
  }
})

test('the root names the version, the namespace and both languages', () => {
  expect(root.attributes).toMatchObject({
    xmlns: 'urn:oasis:names:tc:xliff:document:2.0',
    'xmlns:mda': 'urn:oasis:names:tc:xliff:metadata:2.0',
    version: '2.1',
    srcLang: 'en',
    trgLang: 'ar',
    'xml:space': 'preserve',
  })
  expect(elements(root)[0]?.attributes).toMatchObject({ srcDir: 'ltr', trgDir: 'rtl' })
})

test('ids are tokens, and unique where they have to be', () => {
  const files = elements(root)
  expect(new Set(files.map((file) => file.attributes['id'])).size).toBe(files.length)
  for (const file of files) {
    const units = elements(file).filter(({ name }) => name === 'unit')
    const ids = units.map(({ attributes }) => attributes['id'] ?? '')
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(NMTOKEN)
  }
})

test('a segment says its state, and our own beside it', () => {
  const states = [...walk(root)]
    .filter(({ name }) => name === 'segment')
    .map(({ attributes }) => `${attributes['state']} ${attributes['subState']}`)
  expect(states).toEqual([
    'final waymark:approved',
    'initial waymark:missing',
    ...Array(4).fill('initial waymark:missing'),
  ])
})

test('whoever translates is told what a text is and how long it may be', () => {
  expect(xml).toContain('Heading of a poster and a screen')
  expect(xml).toContain('At most 1200 characters.')
})

function elements({ content }: XmlElement): XmlElement[] {
  return content.filter((one) => typeof one !== 'string')
}

function* walk(one: XmlElement): Generator<XmlElement> {
  yield one
  for (const child of elements(one)) yield* walk(child)
}
