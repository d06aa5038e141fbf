import { describe, expect, test } from 'vitest'
import { ALWAYS, CLOSED, DAY, HOUR, helpline, hours, NOON, OPEN, placeFacts } from './facts.ts'
import { blocksOf, viewOf } from './view.ts'

function said(own: ReturnType<typeof hours>, wanted = ['en'], now = NOON) {
  const view = viewOf(placeFacts({ helplines: [helpline('a', { hours: own })] }), wanted, now)
  const [block] = blocksOf(view, 'helpline')
  return { ...block, validUntil: view.validUntil }
}

describe('whether somebody answers', () => {
  test('until when it is open, in the time of the place', () => {
    const { availabilityWords, validUntil } = said(OPEN)
    expect(availabilityWords?.text).toBe('Open now, until 18:00')
    expect(validUntil).toBe(NOON + 6 * HOUR)
  })

  test('midnight is 24:00', () => {
    const until = hours({ open: [[NOON - HOUR, NOON + 12 * HOUR]] })
    expect(said(until).availabilityWords?.text).toBe('Open now, until 24:00')
  })

  test('an end more than a day away is not said, and said in time', () => {
    const { availabilityWords, validUntil } = said(hours({ open: [[NOON - HOUR, NOON + 2 * DAY]] }))
    expect(availabilityWords?.text).toBe('Open now')
    expect(validUntil).toBe(NOON + DAY)
  })

  test('where the hours known end is not where it closes', () => {
    const known = hours({ open: [[NOON - HOUR, NOON + HOUR]], horizon: NOON + HOUR })
    expect(said(known).availabilityWords?.text).toBe('Open now')
  })

  test.each([
    [HOUR, 'Closed now. Opens: today, 13:00', HOUR],
    [20 * HOUR, 'Closed now. Opens: tomorrow, 08:00', 12 * HOUR],
    [4 * DAY, 'Closed now. Opens: Sunday, 12:00', 12 * HOUR],
    [9 * DAY, 'Closed now. Opens: January 23, 2026, 12:00', 12 * HOUR],
  ])('says when it opens next (in %i ms)', (ahead, words, changesIn) => {
    const closed = hours({ open: [[NOON + ahead, NOON + ahead + HOUR]] })
    const { availabilityWords, validUntil } = said(closed)
    expect(availabilityWords?.text).toBe(words)
    expect(validUntil).toBe(NOON + changesIn)
  })

  test('nobody is called open after the hours are no longer known', () => {
    const {
      availability,
      availabilityWords,
      hours: words,
    } = said(hours({ weekly: [{ days: [1, 2, 3], from: '08:00', to: '18:00' }], horizon: NOON }))
    expect(availability).toEqual({ state: 'unknown' })
    expect(availabilityWords?.text).toBe('Opening times may have changed.')
    expect(words?.text).toBe('Monday to Wednesday: 08:00–18:00')
  })

  test('day and night needs no end and no hours', () => {
    const { availability, hours: words } = said(ALWAYS)
    expect(availability).toEqual({ state: 'always' })
    expect(words).toBeUndefined()
  })

  test('is said for the reader’s language where that one has its own hours', () => {
    const languages = [{ tag: 'ti', mode: 'direct' as const, hours: CLOSED }]
    const facts = placeFacts({ helplines: [helpline('a', { hours: ALWAYS, languages })] })
    const [block] = blocksOf(viewOf(facts, ['ti', 'en']), 'helpline')
    expect(block?.availability).toEqual({ state: 'always' })
    expect(block?.inLanguage).toEqual({
      availability: { state: 'closed', opensAt: NOON + 20 * HOUR },
      words: { text: 'ትግርኛ: ሕጂ ዕጹው እዩ። ዝኽፈተሉ: ጽባሕ፣ 08:00', lang: 'ti', dir: 'ltr' },
    })
    expect(viewOf(facts, ['ti']).validUntil).toBe(NOON + 12 * HOUR)
  })
})
