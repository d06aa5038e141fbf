import type { FactGroup } from './fact-groups.ts'

/** What the groups are called. */
export const GROUP_TITLES: Record<FactGroup, string> = {
  mine: 'For you to do',
  lapsed: 'Lapsed',
  never: 'Never verified',
  soon: 'Due within 30 days',
  later: 'Due within 90 days',
  fine: 'Fine',
  withdrawn: 'Withdrawn',
}
