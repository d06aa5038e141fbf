import type { PublicHelpline } from '#content/model/facts.ts'
import type { ResolvedHours } from '#content/model/hours.ts'
import { findLanguage } from '#content/model/languages.ts'
import type { PictogramId } from '#content/model/pictograms.ts'
import { hasWeek, weekIn, zoneName } from './hours-words.ts'
import { naming } from './passages.ts'
import type { Scene } from './scene.ts'
import { spokenFor } from './spoken-languages.ts'
import type { Passage, Pledge } from './view.ts'

/** What a helpline and a door have in common, as far as promises and answers go. */
export type PublicHelpFacts = Omit<PublicHelpline, 'standby'>

const PICTOGRAMS = {
  free: 'free',
  'in-your-language': 'speech',
  'day-and-night': 'day-night',
  'no-name': 'lock',
  'no-papers': 'no-papers',
  'no-police': 'lock',
} as const satisfies Record<Pledge['id'], PictogramId>

/** The promises that the facts bear out, and no other. */
export function pledgesOf(facts: PublicHelpFacts, scene: Scene): Pledge[] {
  const spoken = spokenFor(facts.languages, scene.reader.tag)
  const language = spoken && findLanguage(scene.languages, spoken.tag)
  const isPolice = facts.organization.kind === 'police'
  const kept: [Pledge['id'], boolean][] = [
    ['free', facts.free === 'yes' && isFreeHere(facts, scene)],
    ['in-your-language', language !== undefined && isTold(spoken?.hours)],
    ['day-and-night', facts.hours.always],
    ['no-name', facts.anonymous === 'yes'],
    ['no-papers', facts.asksResidenceStatus === 'no'],
    ['no-police', facts.contactsPolice === 'never' && !isPolice],
  ]
  return kept
    .filter(([, isKept]) => isKept)
    .map(([id]) => ({
      id,
      pictogram: PICTOGRAMS[id],
      words:
        id === 'in-your-language'
          ? languageWords(language?.ownName ?? '', spoken?.hours, scene)
          : scene.speak(`pledge.${id}`, scene.chain),
    }))
}

// Hours of its own that nobody can tell: whoever calls may wait for the language for ever.
function isTold(hours: ResolvedHours | undefined): boolean {
  return hours === undefined || hours.always || hasWeek(hours)
}

// A line that is open day and night may have a language by day only: the promise says so wherever it stands.
function languageWords(language: string, hours: ResolvedHours | undefined, scene: Scene): Passage {
  if (hours === undefined || !hasWeek(hours))
    return scene.speak('pledge.in-your-language', scene.chain, { language })
  const words = scene.speak('pledge.in-your-language-hours', scene.chain, {
    language,
    hours: (lang) => weekIn(lang, hours, scene),
  })
  return naming(words, [zoneName(hours)])
}

/** Police, papers, name and cost, said either way: not known is an answer too. */
export function answersOf(facts: PublicHelpFacts, scene: Scene): Passage[] {
  const keys = [
    `police.${facts.contactsPolice}`,
    `papers.${facts.asksResidenceStatus}`,
    `name.${facts.anonymous}`,
    `cost.${facts.free === 'yes' && !isFreeHere(facts, scene) ? 'no' : facts.free}`,
  ]
  return keys.map((key) => scene.speak(key, scene.chain))
}

// A number that is free from some countries promises nothing in others, and a free message no free call.
function isFreeHere({ numbers }: PublicHelpFacts, scene: Scene): boolean {
  const calls = numbers.filter(({ channel }) => channel === 'voice')
  const counted = calls.length > 0 ? calls : numbers
  if (counted.length === 0) return true
  return scene.countries.every((country) =>
    counted.some(({ freeFrom }) => freeFrom.length === 0 || freeFrom.includes(country)),
  )
}
