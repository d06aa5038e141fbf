import { describe, expect, test } from 'vitest'
import { alertState } from '../../../../studio/schemas/previews/alert-state.ts'
import { approvedLanguages } from '../../../../studio/schemas/previews/approved-languages.ts'
import { campaignState } from '../../../../studio/schemas/previews/campaign-state.ts'
import { factsState } from '../../../../studio/schemas/previews/facts-state.ts'
import { guideState } from '../../../../studio/schemas/previews/guide-state.ts'
import { counted, firstOf } from '../../../../studio/schemas/previews/joined.ts'
import { placementState } from '../../../../studio/schemas/previews/placement-state.ts'

const NOW = new Date('2026-07-01T12:00:00Z')

describe('a state in a list is a word with a shape', () => {
  test.each([
    [{ verifiedOn: '2026-06-30' }, '● Fresh'],
    [{ verifiedOn: '2026-04-02' }, '◐ Check soon'],
    [{ verifiedOn: '2026-01-01' }, '◇ Lapsed'],
    [{}, '○ Never verified'],
    [{ verifiedOn: '2026-06-30', withdrawnAt: '2026-07-01T00:00:00Z' }, '✕ Withdrawn'],
  ])('of a fact: %j is %s', (fact, state) => {
    expect(factsState(fact, NOW)).toBe(state)
  })

  test.each([
    [{ from: '2026-06-01' }, '● Running'],
    [{ from: '2026-06-01', to: '2026-07-01' }, '● Running'],
    [{ from: '2026-06-01', to: '2026-06-30' }, '■ Ended'],
    [{ from: '2026-07-02' }, '○ To come'],
    [{}, '○ No first day yet'],
  ])('of a campaign: %j is %s', (campaign, state) => {
    expect(campaignState(campaign, NOW)).toBe(state)
  })

  test('of an alert', () => {
    const hours = { effective: '2026-07-01T11:00:00Z', expires: '2026-07-01T13:00:00Z' }
    expect(alertState(hours, NOW)).toBe('● On screens now')
    expect(alertState(hours, new Date('2026-07-01T13:00:00Z'))).toBe('■ Over')
    expect(alertState({}, NOW)).toBe('○ No time yet')
  })

  test('of a guide', () => {
    expect(guideState({ approvedOn: '2026-01-01' })).toBe('● Approved')
    expect(guideState({ approvedOn: '2026-01-01', submittedOn: '2026-02-01' })).toBe('◐ In review')
    expect(guideState({})).toBe('○ Not approved')
  })

  test('of a piece', () => {
    expect(placementState('damaged')).toBe('◇ Damaged')
    expect(placementState(undefined)).toBe('○ No state yet')
  })

  test('of a text, by its languages', () => {
    const approved = { value: { approved: { text: 'Yes' } } }
    expect(approvedLanguages([approved, { value: {} }])).toBe('◐ 1 of 2 languages approved')
    expect(approvedLanguages([approved])).toBe('● 1 of 1 language approved')
    expect(approvedLanguages(undefined)).toBe('○ No language yet')
  })
})

test('a list is read whether the Studio hands it over as one or by its places', () => {
  expect(firstOf({ 0: { dial: '0808' } }, 'dial')).toBe('0808')
  expect(firstOf([], 'dial')).toBeUndefined()
  expect(counted(['a', 'b'], 'place', 'places')).toBe('2 places')
})
