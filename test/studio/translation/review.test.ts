import { describe, expect, test } from 'vitest'
import { textHash } from '#content/model/text-hash.ts'
import { translationState } from '#content/model/translation.ts'
import { decideReview, olderSourceHash } from '../../../studio/translation/decide-review.ts'
import {
  approved,
  edited,
  sentBack,
  submitted,
  withdrawn,
} from '../../../studio/translation/review.ts'
import { readTranslatedValue } from '../../../studio/translation/source-of.ts'
import { textState } from '../../../studio/translation/text-state.ts'

const SOURCE = 'You can decide later.'
const ana = { by: 'ana', on: '2026-03-01' }
const bo = { by: 'bo', on: '2026-03-02' }
const written = edited(undefined, 'Sie können später entscheiden.', SOURCE)

describe('a text', () => {
  test('goes from draft through review to approved, and is outdated once the source changes', () => {
    const inReview = submitted(written, ana)
    const out = approved(inReview, SOURCE, bo)
    const states = [undefined, written, inReview, out].map((value) => textState(value, SOURCE))
    expect(states).toEqual(['missing', 'draft', 'in-review', 'approved'])
    expect(textState(out, `${SOURCE} Really.`)).toBe('outdated')
  })

  test('that is edited is a person’s, no longer in review, and what is approved stays', () => {
    const out = approved(written, SOURCE, ana)
    const again = edited(sentBack(submitted(out, ana), 'Too long', bo), 'Später ist gut.', SOURCE)
    expect(again).toEqual({
      text: 'Später ist gut.',
      origin: 'human',
      sourceHash: textHash(SOURCE),
      approved: out.approved,
    })
  })

  test('that is sent back says so until it is submitted or written anew', () => {
    const back = sentBack(submitted(written, ana), 'Too long', bo)
    expect(textState(back, SOURCE)).toBe('sent-back')
    expect(textState(submitted(back, ana), SOURCE)).toBe('in-review')
    expect(textState(edited(back, 'Kurz.', SOURCE), SOURCE)).toBe('draft')
  })

  test('that is withdrawn says so whatever else is said of it, until it is let out again', () => {
    const gone = withdrawn(approved(written, SOURCE, ana), 'It sends people to the wrong door', bo)
    expect(textState(gone, SOURCE)).toBe('withdrawn')
    expect(textState(approved(gone, SOURCE, bo), SOURCE)).toBe('approved')
  })

  test('keeps what the Studio adds to it', () => {
    const stored = { _type: 'translatedValue', ...written }
    expect(submitted(readTranslatedValue(stored) ?? written, ana)).toMatchObject(stored)
  })

  test('tells which source it was made from once that has changed', () => {
    const out = approved(written, SOURCE, ana)
    expect(olderSourceHash(out, SOURCE)).toBeUndefined()
    expect(olderSourceHash(out, 'Decide later.')).toBe(textHash(SOURCE))
    expect(olderSourceHash(undefined, SOURCE)).toBeUndefined()
  })
})

describe('a decision', () => {
  const seen = submitted(written, ana)
  const approving = decideReview({
    act: { kind: 'approve' },
    seen,
    source: SOURCE,
    reviewing: bo,
  })

  test('lets out the words that were seen', () => {
    const decision = approving(seen)
    const value = readTranslatedValue(decision.kind === 'write' ? decision.value : undefined)
    expect(value?.approved).toEqual({
      text: written.text,
      sourceHash: textHash(SOURCE),
      approvedBy: 'bo',
      approvedOn: '2026-03-02',
    })
    expect(translationState(value, SOURCE)).toBe('approved')
  })

  test('is not taken about words that changed while somebody read', () => {
    const decision = approving(edited(seen, 'Andere Worte.', SOURCE))
    expect(decision).toMatchObject({
      kind: 'refused',
      words: expect.stringContaining('while you read'),
    })
  })

  test.each([
    ['approved', approved(seen, SOURCE, ana)],
    ['sent back', sentBack(seen, 'Too long', ana)],
    ['withdrawn', withdrawn(seen, 'Dangerous', ana)],
  ])('tells the second who has %s it first', (done, current) => {
    expect(approving(current)).toMatchObject({
      kind: 'refused',
      by: 'ana',
      on: '2026-03-01',
      words: expect.stringContaining(done),
    })
  })

  test('to withdraw is taken whatever the words are by now', () => {
    const act = { kind: 'withdraw', reason: 'Dangerous' } as const
    const decide = decideReview({ act, seen, source: SOURCE, reviewing: bo })
    expect(decide(edited(seen, 'Andere Worte.', SOURCE))).toMatchObject({
      kind: 'write',
      value: { text: 'Andere Worte.', withdrawn: { withdrawnBy: 'bo', reason: 'Dangerous' } },
    })
  })

  test('says that the language is gone where it is', () => {
    expect(approving(undefined)).toMatchObject({ kind: 'refused' })
  })
})
