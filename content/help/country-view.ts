import type { Speaker } from '#content/locales/speaker.ts'
import type { CountryFacts } from '#content/model/country-facts.ts'
import type { LanguageTag } from '#content/model/language-tag.ts'
import type { Language } from '#content/model/languages.ts'
import { standingHelplines } from './choose-help.ts'
import { countryPassage, emergencyBlocks } from './emergency-blocks.ts'
import { helplineBlocks } from './help-view.ts'
import { heardIn } from './recordings.ts'
import { createScene } from './scene.ts'
import type { CountryView } from './view.ts'

export type CountryOptions = {
  facts: CountryFacts
  languages: readonly Language[]
  speak: Speaker
  /** The reader's languages, best first. */
  wanted: readonly LanguageTag[]
  /** Epoch ms. */
  now: number
}

/** The help of a country for one reader and one moment. */
export function countryView({ facts, languages, speak, wanted, now }: CountryOptions): CountryView {
  const { country } = facts
  const scene = createScene({
    languages,
    speak,
    wanted,
    placeLanguages: facts.languages,
    countries: [country],
    zone: facts.zone,
    now,
  })
  const serving = facts.helplines.filter(({ countries }) => countries.includes(country))
  const helplines = standingHelplines(
    serving.map(({ id }) => id),
    facts.helplines,
  )
  return {
    lang: scene.reader.tag,
    dir: scene.reader.direction,
    country,
    name: countryPassage(country, scene),
    blocks: [...helplineBlocks(helplines, scene), ...emergencyBlocks(scene)],
    heardIn: heardIn(helplines, scene),
    validUntil: scene.validUntil(),
  }
}
