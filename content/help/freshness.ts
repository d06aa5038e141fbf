import { LAPSE_DAYS } from '#content/model/limits.ts'
import { dayWords } from './intl-words.ts'
import type { Scene } from './scene.ts'
import type { Passage } from './view.ts'
import { addDays, startOfDay } from './zoned-time.ts'

/** The moment (epoch ms) at which a fact that was checked on a day lapses, by a zone's calendar. */
export function lapsesAt(verifiedOn: string, zone: string): number {
  return startOfDay(addDays(verifiedOn, LAPSE_DAYS), zone)
}

/** Whether a fact has lapsed; one that nobody has checked has lapsed too. */
export function isLapsed(verifiedOn: string | undefined, scene: Scene): boolean {
  if (verifiedOn === undefined) return true
  const moment = lapsesAt(verifiedOn, scene.zone)
  scene.changesAt(moment)
  return scene.now >= moment
}

/** "Last checked on ...", or that nobody has. */
export function checkedWords(verifiedOn: string | undefined, scene: Scene): Passage {
  if (verifiedOn === undefined) return scene.speak('checked.never', scene.chain)
  return scene.speak('checked.on', scene.chain, { date: (lang) => dayWords(verifiedOn, lang) })
}
