import fc from 'fast-check'
import { expect, test } from 'vitest'
import { translatedGuide } from '../../../../content/exchange/xliff/apply-xliff.ts'
import { compareXliff } from '../../../../content/exchange/xliff/compare-xliff.ts'
import { makeXliff } from '../../../../content/exchange/xliff/make-xliff.ts'
import { inlineOf, spansOf } from '../../../../content/exchange/xliff/prose-inline.ts'
import { readXliff } from '../../../../content/exchange/xliff/read-xliff.ts'
import { writeXliff } from '../../../../content/exchange/xliff/write-xliff.ts'
import type { Xliff } from '../../../../content/exchange/xliff/xliff.ts'
import { guide } from './documents.ts'

const exported = { document: guide, title: 'A guide' }
const file = makeXliff({ dataset: 'production', language: 'ar', documents: [exported] })
const today = {
  dataset: 'production',
  language: 'ar',
  sourceLanguage: 'en',
  documents: new Map([[guide._id, exported]]),
}
const INCOMING = { origin: 'human', on: '2026-05-04' } as const

test('a guide that comes back word for word has the very same body', () => {
  const back = readXliff(writeXliff(copied(file)))
  const { incoming } = compareXliff(back, today)
  const written = translatedGuide({ source: guide }, incoming, INCOMING)
  expect(written).toMatchObject({ title: guide.title, summary: guide.summary, body: guide.body })
})

test('style, list and empty paragraphs are not in the file', () => {
  expect(file.files[0]?.units.map(({ id }) => id)).toEqual(['title', 'summary', 'body:a', 'body:b'])
})

test('a guide of which a part has no translation is not begun', () => {
  const { incoming } = compareXliff(copied(file), today)
  expect(translatedGuide({ source: guide }, incoming.slice(1), INCOMING)).toBeUndefined()
})

test('a pair of codes that was not in the source is refused', () => {
  const [first] = guide.body
  expect(first && spansOf([{ id: '7', content: ['x'] }], asBlock(first))).toBeUndefined()
})

test('spans of any kind come back as they were', () => {
  const span = fc.record({
    text: fc.string({ maxLength: 8 }),
    marks: fc.constantFrom<string[]>([], ['strong'], ['em'], ['strong', 'em']),
  })
  fc.assert(
    fc.property(fc.array(span, { minLength: 1, maxLength: 8 }), (parts) => {
      const children = parts.map((part, at) => ({
        _type: 'span' as const,
        _key: `k${at}`,
        ...part,
      }))
      expect(spansOf(inlineOf({ children }), { children })).toEqual(children)
    }),
    { numRuns: 400 },
  )
})

function asBlock({ children }: (typeof guide.body)[number]) {
  return {
    children: children.map(() => ({ _type: 'span' as const, _key: 'a', text: 'b', marks: [] })),
  }
}

function copied(xliff: Xliff): Xliff {
  const files = xliff.files.map((one) => ({
    ...one,
    units: one.units.map((unit) => ({ ...unit, target: unit.source })),
  }))
  return { ...xliff, files }
}
