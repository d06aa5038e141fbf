import type { HoursAnswer } from '#content/model/desk.ts'

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/**
 * The week in plain words, a line for each span of days.
 *
 * @example weekWords({ days: [1, 2, 3], from: '08:00', to: '20:00' } …) // ['Monday to Wednesday 08:00–20:00']
 */
export function weekWords({ always, weekly }: Pick<HoursAnswer, 'always' | 'weekly'>): string[] {
  if (always) return ['Day and night, every day']
  return weekly.map(({ days, from, to }) => `${daysWords(days)} ${from}–${to}`)
}

function daysWords(days: readonly number[]): string {
  const sorted = days.toSorted((a, b) => a - b)
  const runs: number[][] = []
  for (const day of sorted) {
    const run = runs.at(-1)
    if (run?.at(-1) === day - 1) run.push(day)
    else runs.push([day])
  }
  return runs
    .flatMap((run) =>
      run.length > 2 ? [`${nameOf(run[0])} to ${nameOf(run.at(-1))}`] : run.map(nameOf),
    )
    .join(', ')
}

function nameOf(day: number | undefined): string {
  return DAYS[(day ?? 1) - 1] ?? ''
}
