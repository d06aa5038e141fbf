import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guideText } from '#content/model/guide-text.ts'
import { textHash } from '#content/model/text-hash.ts'
import { type TranslatedValue, translationState } from '#content/model/translation.ts'

const SOURCE = 'You can decide later.'

function value(over: Partial<TranslatedValue> = {}): TranslatedValue {
  return {
    text: 'Sie können später entscheiden.',
    origin: 'human',
    sourceHash: textHash(SOURCE),
    ...over,
  }
}

function approvedAs(text: string, source = SOURCE) {
  return { text, sourceHash: textHash(source), approvedBy: 'r', approvedOn: '2026-01-01' }
}

describe('where a translation stands', () => {
  const { text } = value()

  test.each([
    ['missing', undefined],
    ['missing', value({ text: ' ' })],
    ['draft', value()],
    ['machine-unreviewed', value({ origin: 'machine' })],
    ['in-review', value({ submittedOn: '2026-01-01' })],
    ['in-review', value({ origin: 'machine', submittedOn: '2026-01-01' })],
    ['approved', value({ approved: approvedAs(text) })],
    ['approved', value({ origin: 'machine', approved: approvedAs(text) })],
    ['outdated', value({ approved: approvedAs(text, 'You can decide later') })],
    ['draft', value({ text: 'Neuer.', approved: approvedAs(text) })],
  ])('is %s', (state, given) => {
    expect(translationState(given, SOURCE)).toBe(state)
  })

  test('changing a comma of the source makes every approved translation outdated', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (source) => {
        const given = value({ approved: approvedAs(text, source) })
        expect(translationState(given, source)).toBe('approved')
        expect(translationState(given, `${source},`)).toBe('outdated')
      }),
    )
  })
})

describe('the fingerprint of a text', () => {
  test('is the same however the letters are composed', () => {
    expect(textHash('caf\u00e9')).toBe(textHash('cafe\u0301'))
    expect(textHash('a')).toMatch(/^[0-9a-f]{16}$/)
  })

  test('of a guide is of its words, not of their form', () => {
    const block = (text: string, style: 'normal' | 'h2') => ({
      _type: 'block' as const,
      _key: 'a',
      style,
      markDefs: [],
      children: [{ _type: 'span' as const, _key: 'b', text, marks: [] }],
    })
    const textOf = (...body: ReturnType<typeof block>[]) =>
      guideText({ title: 'Title', summary: 'Summary', body })
    expect(textOf(block('One', 'h2'), block('Two', 'normal'))).toBe('Title\nSummary\nOne\nTwo')
    expect(textOf(block('One', 'normal'))).toBe(textOf(block('One', 'h2')))
  })
})
