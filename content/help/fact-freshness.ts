import type { Freshness } from '#content/model/desk.ts'
import { FRESH_DAYS, LAPSE_DAYS } from '#content/model/limits.ts'
import { addDays } from './zoned-time.ts'

/** How a fact's verification stands on a day, and the day on which it lapses. Pure. */
export function factFreshness(
  fact: { verifiedOn: string | undefined; isWithdrawn: boolean },
  today: string,
): { freshness: Freshness; lapsesOn?: string } {
  const { verifiedOn, isWithdrawn } = fact
  const lapsesOn = verifiedOn && addDays(verifiedOn, LAPSE_DAYS)
  const lapses = lapsesOn === undefined ? {} : { lapsesOn }
  if (isWithdrawn) return { freshness: 'withdrawn', ...lapses }
  if (verifiedOn === undefined || lapsesOn === undefined) return { freshness: 'never' }
  if (today >= lapsesOn) return { freshness: 'lapsed', lapsesOn }
  return { freshness: today <= addDays(verifiedOn, FRESH_DAYS) ? 'green' : 'amber', lapsesOn }
}

const URGENCY: readonly Freshness[] = ['never', 'lapsed', 'amber', 'green', 'withdrawn']

/** Order of facts by when somebody has to check them: what was never checked comes first. */
export function byDue(
  a: { freshness: Freshness; lapsesOn?: string | undefined; title: string },
  b: { freshness: Freshness; lapsesOn?: string | undefined; title: string },
): number {
  return (
    URGENCY.indexOf(a.freshness) - URGENCY.indexOf(b.freshness) ||
    (a.lapsesOn ?? '').localeCompare(b.lapsesOn ?? '') ||
    a.title.localeCompare(b.title)
  )
}
