import { expect, test } from 'vitest'
import { textRights } from '../../../studio/translation/text-rights.ts'

test.each([
  ['editor', { mayWrite: true, mayReview: true, mayRecord: true }],
  ['reviewer', { mayWrite: false, mayReview: true, mayRecord: false }],
  ['translator', { mayWrite: true, mayReview: false, mayRecord: false }],
  ['viewer', { mayWrite: false, mayReview: false, mayRecord: false }],
])('%s is offered what the server lets', (name, rights) => {
  expect(textRights([{ name }])).toEqual(rights)
})
