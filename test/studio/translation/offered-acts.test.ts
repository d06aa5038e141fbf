import { describe, expect, test } from 'vitest'
import { offeredActs } from '../../../studio/translation/offered-acts.ts'
import { approved, edited } from '../../../studio/translation/review.ts'
import { textRights } from '../../../studio/translation/text-rights.ts'

const rightsOf = (...roles: string[]) => textRights(roles.map((name) => ({ name })))
const written = edited(undefined, 'Hilfe', 'Help')
const out = approved(written, 'Help', { by: 'ana', on: '2026-03-01' })

describe('what is offered for a text', () => {
  test('a translator hands in and never approves', () => {
    expect(offeredActs('draft', written, rightsOf('translator'))).toEqual({
      submit: true,
      sendBack: false,
      withdraw: false,
    })
  })

  test('a reviewer approves and sends back, and does not hand in', () => {
    expect(offeredActs('in-review', written, rightsOf('reviewer'))).toEqual({
      submit: false,
      approve: 'Approve',
      sendBack: true,
      withdraw: false,
    })
  })

  test.each(['viewer', 'field', 'operator'])('%s is offered nothing', (role) => {
    expect(offeredActs('in-review', out, rightsOf(role))).toEqual({
      submit: false,
      sendBack: false,
      withdraw: false,
    })
  })

  test('one role is enough of several', () => {
    expect(rightsOf('viewer', 'translator', 'reviewer')).toEqual({
      mayWrite: true,
      mayReview: true,
      mayRecord: false,
    })
  })

  test.each([
    ['outdated', 'Still right'],
    ['withdrawn', 'Approve and let out again'],
    ['approved', undefined],
    ['missing', undefined],
  ] as const)('approving what is %s is called %s', (state, words) => {
    expect(offeredActs(state, out, rightsOf('editor')).approve).toBe(words)
  })
})
