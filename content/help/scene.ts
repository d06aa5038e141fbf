import type { Speaker } from '#content/locales/speaker.ts'
import { Bug } from '#content/model/errors.ts'
import type { LanguageTag } from '#content/model/language-tag.ts'
import {
  fallbackChain,
  findLanguage,
  LAST_LANGUAGE,
  type Language,
} from '#content/model/languages.ts'

/** For whom, where and when help is worked out, and the moments at which the answer would change. */
export type Scene = {
  languages: readonly Language[]
  speak: Speaker
  reader: Language
  /** Languages to try for every text, best first; all of them are in the table. */
  chain: LanguageTag[]
  countries: readonly string[]
  zone: string
  now: number
  /** Remembers a moment (epoch ms) after which something that was drawn is no longer right. */
  changesAt: (moment: number) => void
  /** The earliest remembered moment after `now`. */
  validUntil: () => number | undefined
}

/** What a scene is made from. `wanted` is the reader's, best first; `placeLanguages` come after it. */
export type SceneOptions = {
  languages: readonly Language[]
  speak: Speaker
  wanted: readonly LanguageTag[]
  placeLanguages: readonly LanguageTag[]
  countries: readonly string[]
  zone: string
  now: number
}

/** Sets the scene for one view. */
export function createScene(options: SceneOptions): Scene {
  const { languages, speak, wanted, placeLanguages, countries, zone, now } = options
  const chain = fallbackChain(languages, wanted, placeLanguages).flatMap(
    (tag) => findLanguage(languages, tag)?.tag ?? [],
  )
  let earliest: number | undefined
  return {
    languages,
    speak,
    // The chain has no language that is only heard: such a one is given to who asks for it, and to nobody else.
    reader: readerLanguage(languages, [...wanted, ...chain]),
    chain,
    countries,
    zone,
    now,
    changesAt: (moment) => {
      if (moment > now && (earliest === undefined || moment < earliest)) earliest = moment
    },
    validUntil: () => earliest,
  }
}

function readerLanguage(languages: readonly Language[], tags: readonly LanguageTag[]): Language {
  for (const tag of [...tags, LAST_LANGUAGE]) {
    const language = findLanguage(languages, tag)
    if (language !== undefined) return language
  }
  throw new Bug('The languages table has no English, the language everything falls back to')
}
