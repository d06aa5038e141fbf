import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readXliff } from '../../../../content/exchange/xliff/read-xliff.ts'
import { writeXliff } from '../../../../content/exchange/xliff/write-xliff.ts'
import type { Inline, Xliff } from '../../../../content/exchange/xliff/xliff.ts'

const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }).filter((text) => text.isWellFormed()),
  fc.string({
    unit: fc.constantFrom(
      ...[
        ' ',
        '\n',
        '\t',
        '\r',
        '\r\n',
        '&',
        '<',
        '>',
        '"',
        "'",
        ']]>',
        '&amp;',
        '&#13;',
        '\u0000',
      ],
      ...[
        '\u001b',
        '\ufffe',
        '\u202e',
        '\u2067',
        '\u2069',
        '\u200f',
        'ar اب',
        '👩🏽‍⚕️',
        'e\u0301',
        '\ufeff',
      ],
      ...[
        '<!DOCTYPE a>',
        '<![CDATA[',
        '<!--',
        '<?x',
        '</source>',
        'ትግርኛ',
        '__proto__',
        '\u0085',
        '\u2028',
      ],
    ),
    maxLength: 20,
  }),
)
const inline: fc.Arbitrary<Inline[]> = fc
  .array(
    fc.oneof(
      words.filter((text) => text !== ''),
      fc.record({
        id: fc.constantFrom('1', '2', '3'),
        kind: fc.constantFrom('strong' as const, 'em' as const),
        content: words.map((text) => (text === '' ? [] : [text])),
      }),
    ),
    { maxLength: 5 },
  )
  // Words beside words are one text.
  .map((parts) =>
    parts.filter((one, at) => !(typeof one === 'string' && typeof parts[at - 1] === 'string')),
  )

function xliffOf(source: Inline[], target: Inline[], note: string): Xliff {
  return {
    sourceLanguage: 'en',
    targetLanguage: 'ar',
    files: [
      {
        original: 'message-1',
        notes: [note],
        about: { dataset: 'production', campaign: 'campaign-1' },
        units: [
          {
            id: 'heading',
            name: 'heading',
            state: 'translated',
            source,
            target,
            notes: [note],
            sourceHash: 'abc',
          },
        ],
      },
    ],
  }
}

test('whatever people can write comes back as it went out', () => {
  fc.assert(
    fc.property(inline, inline, (source, target) => {
      const back = readXliff(writeXliff(xliffOf(source, target, 'A note')))
      expect(back.files[0]?.units[0]).toMatchObject({ source, target, sourceHash: 'abc' })
    }),
    { numRuns: 600 },
  )
})

test('notes and what a file says about itself come back', () => {
  const back = readXliff(writeXliff(xliffOf(['a'], ['b'], 'A <note> & "more"')))
  expect(back).toMatchObject({
    sourceLanguage: 'en',
    targetLanguage: 'ar',
    files: [
      {
        original: 'message-1',
        notes: ['A <note> & "more"'],
        about: { dataset: 'production', campaign: 'campaign-1' },
        units: [{ id: 'heading', state: 'translated', notes: ['A <note> & "more"'] }],
      },
    ],
  })
})

test('half a character is refused with the field it stands in', () => {
  expect(() => writeXliff(xliffOf(['a\ud800'], ['b'], ''))).toThrow(/"heading" holds half/)
})
