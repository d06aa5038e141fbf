import { expect, test } from 'vitest'
import { byDue, factFreshness } from '#content/help/fact-freshness.ts'

const on = (verifiedOn: string | undefined, today: string, isWithdrawn = false) =>
  factFreshness({ verifiedOn, isWithdrawn }, today)

test('a fact is fresh for 90 days, due for 90 more, then lapses', () => {
  expect(on('2026-01-01', '2026-04-01')).toEqual({ freshness: 'green', lapsesOn: '2026-06-30' })
  expect(on('2026-01-01', '2026-04-02').freshness).toBe('amber')
  expect(on('2026-01-01', '2026-06-29').freshness).toBe('amber')
  expect(on('2026-01-01', '2026-06-30').freshness).toBe('lapsed')
  expect(on(undefined, '2026-06-30')).toEqual({ freshness: 'never' })
  expect(on('2026-01-01', '2026-01-02', true).freshness).toBe('withdrawn')
})

test('what was never checked comes first, then what lapses first, what is withdrawn last', () => {
  const facts = [
    { freshness: 'withdrawn', title: 'a' },
    { freshness: 'green', lapsesOn: '2026-06-30', title: 'b' },
    { freshness: 'amber', lapsesOn: '2026-02-02', title: 'd' },
    { freshness: 'amber', lapsesOn: '2026-02-01', title: 'c' },
    { freshness: 'lapsed', lapsesOn: '2025-02-01', title: 'e' },
    { freshness: 'never', title: 'f' },
  ] as const
  expect(
    facts
      .toSorted(byDue)
      .map(({ title }) => title)
      .join(''),
  ).toBe('fecdba')
})
