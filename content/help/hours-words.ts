import type { ResolvedHours, WeeklyHours } from '#content/model/hours.ts'
import type { LanguageTag } from '#content/model/language-tag.ts'
import { joinWords, localDigits } from './intl-words.ts'
import { naming, wordsIn } from './passages.ts'
import type { Scene } from './scene.ts'
import type { Name, Passage } from './view.ts'
import { isSameClock } from './zoned-time.ts'

/** The hours of a week in words; `undefined` where it is open day and night, or no week can be told. */
export function hoursWords(hours: ResolvedHours, scene: Scene): Passage | undefined {
  if (!hasWeek(hours)) return undefined
  const words = scene.speak('hours.text', scene.chain, {
    hours: (lang) => weekIn(lang, hours, scene),
  })
  return naming(words, [zoneName(hours)])
}

/** The city that stands for the zone of the hours, named in English as zones are. */
export function zoneName({ zone }: Pick<ResolvedHours, 'zone'>): Name {
  return { text: cityOf(zone), lang: 'en' }
}

/** Whether the hours are worth words: not day and night, and a week can be told. */
export function hasWeek(hours: ResolvedHours): boolean {
  return !hours.always && hours.weekly.length > 0
}

/** A week in the words of one language, to stand inside a sentence; `undefined` where that language lacks them. */
export function weekIn(lang: LanguageTag, hours: ResolvedHours, scene: Scene): string | undefined {
  const lines = groupByDays(hours.weekly).map((group) => lineIn(lang, group, scene))
  const week = joinWords(lines, lang, scene, 'hours.join')
  if (week === undefined || isSameClock(hours.zone, scene.zone)) return week
  return wordsIn(lang, 'hours.other-zone', scene, { hours: week, zone: cityOf(hours.zone) })
}

function lineIn(lang: LanguageTag, group: WeeklyHours[], scene: Scene): string | undefined {
  const days = daysIn(lang, group[0]?.days ?? [], scene)
  const spans = group.map(({ from, to }) =>
    wordsIn(lang, 'hours.span', scene, {
      from: localDigits(from, lang),
      to: localDigits(to, lang),
    }),
  )
  const times = joinWords(spans, lang, scene)
  if (days === undefined || times === undefined) return undefined
  return wordsIn(lang, 'hours.line', scene, { days, times })
}

function daysIn(lang: LanguageTag, days: number[], scene: Scene): string | undefined {
  if (days.length === 7) return wordsIn(lang, 'hours.every-day', scene)
  const names = runsOf(days).flatMap((run) => {
    const words = run.map((day) => wordsIn(lang, `weekday.${day}`, scene))
    const [first, last] = [words[0], words.at(-1)]
    if (run.length < 3 || first === undefined || last === undefined) return words
    return [wordsIn(lang, 'hours.days', scene, { first, last })]
  })
  return joinWords(names, lang, scene)
}

function groupByDays(weekly: readonly WeeklyHours[]): WeeklyHours[][] {
  const groups = new Map<string, WeeklyHours[]>()
  for (const row of weekly) {
    const days = row.days.toSorted((a, b) => a - b)
    groups.set(days.join(), [...(groups.get(days.join()) ?? []), { ...row, days }])
  }
  return [...groups.values()]
}

function runsOf(days: readonly number[]): number[][] {
  const runs: number[][] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run !== undefined && run.at(-1) === day - 1) run.push(day)
    else runs.push([day])
  }
  return runs
}

/** `Asia/Dhaka` is `Dhaka`: zones are named after cities that people know. */
function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}
