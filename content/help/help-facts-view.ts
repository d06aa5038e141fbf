import { availabilityView } from './availability.ts'
import { checkedWords, isLapsed } from './freshness.ts'
import { hoursWords } from './hours-words.ts'
import { numberLines } from './number-lines.ts'
import { pickName, pickText } from './passages.ts'
import { answersOf, type PublicHelpFacts, pledgesOf } from './pledges.ts'
import { recordingViews } from './recordings.ts'
import type { Scene } from './scene.ts'
import { spokenFor, spokenLines } from './spoken-languages.ts'
import type { HelpFactsView, Passage } from './view.ts'

/**
 * What is drawn of a helpline or a door. `nameKey` names it in our words where it has no name to show; `directions` are
 * those of a door, as they are shown.
 */
export function helpFactsView(
  facts: PublicHelpFacts,
  { nameKey, directions }: { nameKey: string; directions?: Passage | undefined },
  scene: Scene,
): HelpFactsView {
  const { speak, chain } = scene
  const isPolice = facts.organization.kind === 'police'
  const { availability, words } = availabilityView(facts.hours, scene)
  const hours = hoursWords(facts.hours, scene)
  const inLanguage = languageAvailability(facts, scene)
  const whatHappens = pickText(facts.whatHappens, scene)
  return {
    id: facts.id,
    name: pickName(facts.name, nameKey, scene),
    organization: pickName(facts.organization.name, nameKey, scene),
    isPolice,
    ...(isPolice && { policeRun: speak('helpline.police-run', chain) }),
    ...(facts.audience !== 'everyone' && { audience: speak(`audience.${facts.audience}`, chain) }),
    numbers: numberLines(facts, scene),
    availability,
    availabilityWords: words,
    ...(inLanguage && { inLanguage }),
    ...(hours && { hours }),
    spoken: spokenLines(facts.languages, scene),
    speaksReaderLanguage: spokenFor(facts.languages, scene.reader.tag) !== undefined,
    pledges: pledgesOf(facts, scene),
    answers: answersOf(facts, scene),
    ...(whatHappens && { whatHappens }),
    ...recordingViews(facts.recordings, { directions, whatHappens }, scene),
    isLapsed: isLapsed(facts.verifiedOn, scene),
    lastChecked: checkedWords(facts.verifiedOn, scene),
  }
}

function languageAvailability(facts: PublicHelpFacts, scene: Scene) {
  const spoken = spokenFor(facts.languages, scene.reader.tag)
  if (spoken?.hours === undefined) return undefined
  const { availability, words } = availabilityView(spoken.hours, scene)
  const language = scene.languages.find(({ tag }) => tag === spoken.tag)
  if (language === undefined) return undefined
  return {
    availability,
    words: scene.speak('availability.in-language', [words.lang], {
      language: language.ownName,
      words: words.text,
    }),
  }
}
