import { describe, expect, test } from 'vitest'
import { fontCoverage } from '#content/brand/font-coverage.ts'
import { glyphGate } from '#content/gates/glyph-gate.ts'
import { loadStrings } from '#content/locales/load.ts'
import { BUILT_IN_LANGUAGES, FONT_FAMILIES } from '#content/model/languages.ts'
import { fontsThatHave, missingLetters } from '#content/model/missing-letters.ts'

const coverage = fontCoverage
const ground = { languages: BUILT_IN_LANGUAGES, shown: [], coverage }
const strings = await loadStrings()

function language(more: Record<string, unknown>) {
  const after = {
    ...{ _id: 'language-lg', _type: 'language', tag: 'lg', ownName: 'Luganda' },
    ...{ englishName: 'Luganda', script: 'Latn', direction: 'ltr', font: 'Noto Sans' },
    ...{ fallback: [], audioOnly: false },
    ...more,
  }
  return { id: 'language-lg', after }
}

function message(text: string, tag: string) {
  const approved = { text, sourceHash: 'a', approvedBy: 'r', approvedOn: '2026-01-01' }
  const value = { text, origin: 'human', sourceHash: 'a', approved }
  return { _id: 'm', _type: 'message', heading: [{ _key: tag, language: tag, value }] }
}

test.each(BUILT_IN_LANGUAGES)('$tag is written whole in its own font', ({ tag, font, ownName }) => {
  const words = Object.values(strings[tag] ?? {}).join('')
  expect(missingLetters(ownName + words, font, coverage)).toEqual([])
})

describe('a language is refused', () => {
  test('whose own name its font cannot draw, with the letters and the fonts that can', () => {
    const [refusal, ...more] = glyphGate([language({ ownName: 'ትግርኛ' })], ground)
    expect(more).toEqual([])
    expect(refusal).toMatchObject({ documentId: 'language-lg', path: 'font' })
    expect(refusal?.message).toMatch(
      /Noto Sans has no letter for "ት" \(U\+1275\).*its own name uses/,
    )
    expect(refusal?.message).toMatch(/every letter: Noto Sans Ethiopic\./)
  })

  test('whose texts that are shown already its font cannot draw', () => {
    const shown = [{ documentId: 'm', path: 'heading', language: 'lg', text: 'আপনি' }]
    const [refusal] = glyphGate([language({})], { ...ground, shown })
    expect(refusal?.message).toMatch(/its texts use.*Noto Sans Bengali/)
  })

  test('by no draft', () => {
    const { after } = language({ ownName: 'ትግርኛ' })
    expect(glyphGate([{ id: 'drafts.language-lg', after }], ground)).toEqual([])
  })
})

describe('a document is refused', () => {
  test('with new public words that the font of their language cannot draw', () => {
    const [refusal] = glyphGate([{ id: 'm', after: message('Hilfe 帮', 'de') }], ground)
    expect(refusal).toMatchObject({ documentId: 'm', path: 'heading' })
    expect(refusal?.message).toMatch(/German \(de\) has "帮" \(U\+5E2E\), which its font Noto Sans/)
  })

  test('not for Latin names and numbers among other letters, which Noto Sans beside it draws', () => {
    expect(glyphGate([{ id: 'm', after: message('SMS 112: ትግርኛ', 'ti') }], ground)).toEqual([])
  })

  test('with a mark that turns letters and digits around', () => {
    for (const mark of ['\u202d', '\u202e']) {
      const [refusal] = glyphGate([{ id: 'm', after: message(`Hilfe ${mark}hier`, 'de') }], ground)
      expect(refusal?.message).toMatch(/turns letters and digits around/)
    }
    const marked = message('\u2068ትግርኛ\u2069\u200f', 'ti')
    expect(glyphGate([{ id: 'm', after: marked }], ground)).toEqual([])
  })

  test('not for words that stand there already: a number can always be withdrawn', () => {
    const before = message('Hilfe 帮', 'de')
    const after = { ...before, topic: 'debt' }
    expect(glyphGate([{ id: 'm', before, after }], ground)).toEqual([])
  })
})

test('fonts that have all letters of a text are found, or none', () => {
  expect(fontsThatHave('Noto', coverage)).toEqual(FONT_FAMILIES)
  expect(fontsThatHave('አ', coverage)).toEqual(['Noto Sans Ethiopic'])
  expect(fontsThatHave('አ帮', coverage)).toEqual([])
})
