import type { ResolvedHours } from '#content/model/hours.ts'
import { dayWords, localDigits } from './intl-words.ts'
import { wordsIn } from './passages.ts'
import type { Scene } from './scene.ts'
import type { Availability, Passage } from './view.ts'
import { addDays, daysBetween, localParts, startOfDay, weekdayOf } from './zoned-time.ts'

const DAY = 86_400_000

/** Whether somebody answers at this moment. After the horizon of the hours nobody knows. */
export function availabilityAt(hours: ResolvedHours, now: number): Availability {
  if (hours.always) return { state: 'always' }
  if (now >= hours.horizon) return { state: 'unknown' }
  const next = hours.open.find(([, to]) => to > now)
  if (next === undefined) return { state: 'closed', opensAt: undefined }
  const [from, to] = next
  return from <= now ? { state: 'open', until: to } : { state: 'closed', opensAt: from }
}

/** The availability in words, times in the place's zone; tells the scene when it will have changed. */
export function availabilityView(
  hours: ResolvedHours,
  scene: Scene,
): { availability: Availability; words: Passage } {
  const availability = availabilityAt(hours, scene.now)
  if (!hours.always) scene.changesAt(hours.horizon)
  return { availability, words: words(availability, hours.horizon, scene) }
}

function words(availability: Availability, horizon: number, scene: Scene): Passage {
  const { speak, chain } = scene
  switch (availability.state) {
    case 'always':
      return speak('availability.always', chain)
    case 'unknown':
      return speak('availability.unknown', chain)
    case 'open':
      return openWords(availability.until, horizon, scene)
    case 'closed':
      if (availability.opensAt === undefined) return speak('availability.closed', chain)
      return closedWords(availability.opensAt, scene)
  }
}

function openWords(until: number, horizon: number, scene: Scene): Passage {
  scene.changesAt(until)
  scene.changesAt(until - DAY)
  const isFarOff = until - scene.now > DAY || until >= horizon
  if (isFarOff) return scene.speak('availability.open', scene.chain)
  const { time } = localParts(until, scene.zone)
  const shown = time === '00:00' ? '24:00' : time
  return scene.speak('availability.open-until', scene.chain, {
    time: (lang) => localDigits(shown, lang),
  })
}

function closedWords(opensAt: number, scene: Scene): Passage {
  scene.changesAt(opensAt)
  const today = localParts(scene.now, scene.zone).day
  const opening = localParts(opensAt, scene.zone)
  // "tomorrow" becomes "today" at midnight.
  scene.changesAt(startOfDay(addDays(today, 1), scene.zone))
  return scene.speak('availability.closed-until', scene.chain, {
    day: (lang) => dayName(opening.day, today, lang, scene),
    time: (lang) => localDigits(opening.time, lang),
  })
}

function dayName(day: string, today: string, lang: string, scene: Scene): string | undefined {
  const ahead = daysBetween(today, day)
  if (ahead <= 0) return wordsIn(lang, 'day.today', scene)
  if (ahead === 1) return wordsIn(lang, 'day.tomorrow', scene)
  if (ahead < 7) return wordsIn(lang, `weekday.${weekdayOf(day)}`, scene)
  return dayWords(day, lang)
}
