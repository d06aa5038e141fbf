import { expect, test } from 'vitest'
import { readXliff } from '../../../../content/exchange/xliff/read-xliff.ts'
import { MOST_XLIFF_BYTES } from '../../../../content/exchange/xliff/xliff.ts'

const HEAD =
  '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="ar">'
const fileOf = (unit: string) =>
  `${HEAD}\n<file id="f" original="message-1">\n${unit}</file></xliff>`
const unitOf = (inner: string) => fileOf(`<unit id="heading">\n${inner}</unit>`)

test.each([
  ['a DTD', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', /DTD/],
  [
    'an entity of its own',
    unitOf('<segment><source>&other;</source></segment>'),
    /stands for no char/,
  ],
  ['a broken tag', '<a>\n<b></a>', /^Line 2: this is not XML/],
  ['another format', '<html></html>', /this is <html>/],
  [
    'an older version',
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"/>',
    /XLIFF 1.2/,
  ],
  ['no file', `${HEAD}</xliff>`, /has no <file>/],
  ['a unit without an id', fileOf('<unit/>'), /^Line 3: <unit> has no id/],
  ['a unit without words', unitOf(''), /unit "heading" has no <segment>/],
  [
    'a unit twice',
    fileOf(`${'<unit id="a"><segment><source>b</source></segment></unit>'.repeat(2)}`),
    /"a" is there twice/,
  ],
  [
    'an unknown state',
    unitOf('<segment state="done"><source>a</source></segment>'),
    /state "done"/,
  ],
  [
    'a code of a tool',
    unitOf('<segment><source>a<ph id="1"/></source></segment>'),
    /^Line 4, unit "heading": <ph>/,
  ],
  ['nothing', '', /no XLIFF file. Choose the .xlf/],
  [
    'a document of another kind',
    'PK\u0003\u0004word/document.xml',
    /no XLIFF file. Choose the .xlf/,
  ],
])('%s is refused with what to do', (_, xml, words) => {
  expect(() => readXliff(xml)).toThrow(words)
})

test('a file that is too long is refused before it is read', () => {
  expect(() => readXliff(' '.repeat(MOST_XLIFF_BYTES + 1))).toThrow(/longer than 16 MB/)
})

test('a text that a tool cut into segments is put together again', () => {
  const xml = unitOf(
    '<segment><source>One. </source><target>Eins. </target></segment><ignorable><source> </source></ignorable><segment><source>Two.</source><target><mrk id="m" type="term">Zwei.</mrk></target></segment>',
  )
  const unit = readXliff(xml).files[0]?.units[0]
  expect(unit).toMatchObject({ source: ['One.  Two.'], target: ['Eins.  Zwei.'] })
})

test('a text of which one segment lacks its translation has none', () => {
  const xml = unitOf(
    '<segment><source>One.</source><target>Eins.</target></segment><segment><source>Two.</source></segment>',
  )
  expect(readXliff(xml).files[0]?.units[0]?.target).toBeUndefined()
})

test('units in groups are found', () => {
  const unit = '<unit id="a"><segment><source>b</source></segment></unit>'
  expect(readXliff(fileOf(`<group id="g">${unit}</group>`)).files[0]?.units).toHaveLength(1)
})
