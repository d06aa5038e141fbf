import { expect, test } from 'vitest'
import { guideText } from '#content/model/guide-text.ts'
import { letOut, notYetPublic } from '#content/model/let-out.ts'
import { textHash } from '#content/model/text-hash.ts'

const approved = { text: 'Old', sourceHash: 'h', approvedBy: 'Mira', approvedOn: '2026-01-01' }
const message = (value: object) => ({
  _id: 'message-a',
  _type: 'message',
  _updatedAt: '2026-11-23T03:00:00Z',
  heading: [{ _key: 'en', language: 'en', value: { origin: 'human', ...value } }],
})

test('working words stand as approved ones, and the document itself is left as it was', () => {
  const draft = message({ text: 'New', approved })
  expect(letOut(draft)).toMatchObject({ heading: [{ value: { approved: { text: 'New' } } }] })
  expect(draft).toEqual(message({ text: 'New', approved }))
})

test('words that were taken back stay away until they are changed', () => {
  const withdrawn = { withdrawnOn: '2026-02-02', withdrawnBy: 'Mira', reason: 'Wrong' }
  const kept = letOut(message({ text: 'Old', approved, withdrawn }))
  expect(kept).toMatchObject({ heading: [{ value: { withdrawn } }] })
  const changed = letOut(message({ text: 'New', approved, withdrawn }))
  expect(JSON.stringify(changed)).not.toContain('withdrawn')
})

test('no words are no approved words', () => {
  const empty = letOut(message({ text: ' ', approved }))
  expect(JSON.stringify(empty)).not.toContain('approved')
})

test('an author is told of words in the language they look at, and of no others', () => {
  expect(notYetPublic(message({ text: 'New', approved }), 'en')).toHaveLength(1)
  expect(notYetPublic(message({ text: 'New', approved }), 'ar')).toEqual([])
  expect(notYetPublic(message({ text: 'Old', approved }), 'en')).toEqual([])
})

test('a guide that was taken back stays away until it is changed', () => {
  const span = { _type: 'span' as const, _key: 's', text: 'Keep a copy.', marks: [] }
  const block = { _type: 'block' as const, _key: 'b', style: 'normal' as const, children: [span] }
  const words = { title: 'Papers', summary: 'Yours', body: [{ ...block, markDefs: [] }] }
  const withdrawn = { withdrawnOn: '2026-02-02', withdrawnBy: 'Mira', reason: 'Wrong' }
  const held = {
    approvedBy: 'Mira',
    approvedOn: '2026-01-01',
    textHash: textHash(guideText(words)),
  }
  const guide = { _id: 'g', _type: 'guide', ...words, approved: held, withdrawn }
  expect(letOut(guide)).toMatchObject({ withdrawn })
  const changed = letOut({ ...guide, title: 'Your papers' })
  expect(changed).not.toHaveProperty('withdrawn')
  expect(changed).toMatchObject({
    approved: { textHash: expect.not.stringMatching(held.textHash) },
  })
})
