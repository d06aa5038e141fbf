import type { Fact } from '#content/model/desk.ts'
import { daysBetween } from '../../desk/day-words.ts'
import { factStep, versionInQuestion } from '../../desk/fact-step.ts'

/** The groups of the list, in its order. */
export const FACT_GROUPS = [
  'mine',
  'lapsed',
  'never',
  'soon',
  'later',
  'fine',
  'withdrawn',
] as const
export type FactGroup = (typeof FACT_GROUPS)[number]

const SOON_DAYS = 30
const LATER_DAYS = 90

/** The one group that a fact is listed in: what the person who asks can end comes before what the calendar says. */
export function groupOf(fact: Fact, today: string): FactGroup {
  if (fact.freshness === 'withdrawn' && !isForMe(fact)) return 'withdrawn'
  if (isForMe(fact)) return 'mine'
  if (fact.freshness === 'never' || fact.freshness === 'lapsed') return fact.freshness
  const days = fact.lapsesOn === undefined ? 0 : daysBetween(today, fact.lapsesOn)
  if (days <= SOON_DAYS) return 'soon'
  return days <= LATER_DAYS ? 'later' : 'fine'
}

/** Somebody else has checked it and waits for this person, or its new facts wait for a first one. */
function isForMe(fact: Fact): boolean {
  const question = versionInQuestion(fact)
  if (question === undefined) return false
  const step = factStep(question.version)
  return step === 'confirm' || (step === 'verify' && question.name === 'draft')
}

/** What the list is narrowed to; empty is everything. */
export type FactFilter = { words: string; organization: string; group: string }

/** The facts that fit, by group, without empty groups; within one, those that lapse first come first. */
export function groupFacts(
  facts: readonly Fact[],
  filter: FactFilter,
  today: string,
): { group: FactGroup; facts: Fact[] }[] {
  const fitting = facts.filter((fact) => fits(fact, filter))
  return FACT_GROUPS.filter((group) => filter.group === '' || filter.group === group)
    .map((group) => ({
      group,
      facts: fitting.filter((fact) => groupOf(fact, today) === group).toSorted(byDueDate),
    }))
    .filter(({ facts: found }) => found.length > 0)
}

function fits(fact: Fact, { words, organization }: FactFilter): boolean {
  if (organization !== '' && fact.organization !== organization) return false
  const numbers = [fact.published, fact.draft].flatMap((version) => version?.numbers ?? [])
  const all = [fact.title, fact.organization, ...numbers, ...numbers.map(digits)]
  const text = all.join(' ').toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

function digits(number: string): string {
  return number.replace(/\D/g, '')
}

function byDueDate(a: Fact, b: Fact): number {
  return (a.lapsesOn ?? '').localeCompare(b.lapsesOn ?? '') || a.title.localeCompare(b.title)
}

/** How many facts need nobody now, of all that are not withdrawn. */
export function progressOf(
  facts: readonly Fact[],
  today: string,
): { done: number; all: number; next: Fact | undefined } {
  const standing = facts.filter(({ freshness }) => freshness !== 'withdrawn')
  const calm = standing.filter((fact) => ['later', 'fine'].includes(groupOf(fact, today)))
  return { done: calm.length, all: standing.length, next: calm.toSorted(byDueDate)[0] }
}
