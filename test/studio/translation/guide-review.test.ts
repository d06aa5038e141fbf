import { describe, expect, test } from 'vitest'
import { guideText } from '#content/model/guide-text.ts'
import { textHash } from '#content/model/text-hash.ts'
import {
  type BegunGuide,
  decideGuideReview,
  guideState,
  readGuide,
} from '../../../studio/translation/guide-review.ts'

const SOURCE = 'If someone keeps your papers'
const stored = {
  _id: 'drafts.guide-de',
  _type: 'guide',
  language: 'de',
  title: 'Wenn jemand Ihre Papiere behält',
  summary: 'Was Sie tun können.',
  body: [],
  sourceHash: textHash(SOURCE),
}
const ana = { by: 'ana', on: '2026-03-01' }

function guide(over: Record<string, unknown> = {}): BegunGuide {
  const read = readGuide({ ...stored, ...over })
  if (read === undefined) throw new Error('not a guide')
  return read
}

const hash = textHash(guideText(guide()))
const approved = { textHash: hash, approvedBy: 'bo', approvedOn: '2026-02-01' }

const withdrawn = { withdrawnOn: '2026-03-01', withdrawnBy: 'bo', reason: 'Danger' }

describe('where a guide stands', () => {
  test.each([
    ['missing', { title: '', summary: '' }],
    ['draft', {}],
    ['machine-unreviewed', { origin: 'machine' }],
    ['in-review', { submittedOn: '2026-03-01' }],
    ['sent-back', { rejected: { rejectedOn: '2026-03-01', rejectedBy: 'bo', reason: 'Why' } }],
    ['approved', { approved }],
    ['withdrawn', { approved, withdrawn }],
    ['draft', { approved, title: 'Andere Worte' }],
  ] as const)('%s', (state, over) => {
    expect(guideState(guide(over), SOURCE)).toBe(state)
  })

  test('an approved one is outdated once the English guide was changed', () => {
    expect(guideState(guide({ approved }), `${SOURCE}!`)).toBe('outdated')
    expect(guideState(guide({ approved }), undefined)).toBe('approved')
  })
})

describe('a decision about a guide', () => {
  const deciding = { seen: guide(), source: SOURCE, reviewing: ana }

  test('lets out the words that were seen, and touches no other attribute', () => {
    const decide = decideGuideReview({ act: { kind: 'approve' }, ...deciding })
    const value = {
      approved: { textHash: hash, approvedBy: 'ana', approvedOn: '2026-03-01' },
      submittedOn: undefined,
      rejected: undefined,
    }
    expect(decide(stored)).toEqual({ kind: 'write', value })
  })

  test('is not taken about a guide that changed while somebody read', () => {
    const decide = decideGuideReview({ act: { kind: 'approve' }, ...deciding })
    expect(decide({ ...stored, title: 'Andere Worte' })).toMatchObject({ kind: 'refused' })
  })

  test('tells the second who was first', () => {
    const decide = decideGuideReview({ act: { kind: 'approve' }, ...deciding })
    expect(decide({ ...stored, approved })).toMatchObject({ kind: 'refused', by: 'bo' })
  })

  test('withdraws it whatever its words are by now, and an approval lets it out again', () => {
    const act = { kind: 'withdraw', reason: 'It names a place' } as const
    const decide = decideGuideReview({ act, ...deciding })
    const reason = 'It names a place'
    expect(decide({ ...stored, title: 'Andere Worte', approved })).toMatchObject({
      kind: 'write',
      value: { withdrawn: { withdrawnBy: 'ana', withdrawnOn: '2026-03-01', reason } },
    })
    expect(decide({ ...stored, withdrawn })).toMatchObject({ kind: 'refused', by: 'bo' })
    const gone = { ...stored, approved, withdrawn }
    const again = decideGuideReview({ act: { kind: 'approve' }, ...deciding, seen: guide(gone) })
    expect(again(gone)).toMatchObject({ kind: 'write', value: { withdrawn: undefined } })
  })

  test('that it matches the source holds for the source that was seen', () => {
    const act = { kind: 'match' } as const
    const decide = decideGuideReview({ act, ...deciding, source: 'Newer' })
    expect(decide(stored)).toEqual({ kind: 'write', value: { sourceHash: textHash('Newer') } })
  })
})
