import type { LanguageTag } from '#content/model/language-tag.ts'
import { LAST_LANGUAGE, type Language } from '#content/model/languages.ts'
import { foreignMatter } from './foreign-matter.ts'
import { gapFaults } from './gaps.ts'
import { missingKeys, sourceOf } from './needed-keys.ts'
import type { Strings } from './speaker.ts'

/** Words of ours that authors changed and a reviewer approved. */
export type ChangedWords = {
  language: LanguageTag
  strings: readonly { key: string; text: string }[]
}

/**
 * The built-in words with the approved ones of authors over them. Words for a key that we do not have, with other
 * gaps than the English ones, or with a number or an address, are left out: the built-in sentence, or another language, is better than a lost number.
 */
export function overlayStrings(builtIn: Strings, changed: readonly ChangedWords[]): Strings {
  const english = builtIn[LAST_LANGUAGE] ?? {}
  const overlaid = new Map(Object.entries(builtIn))
  for (const { language, strings } of changed) {
    const sound = strings.filter(({ key, text }) => isSound(text, sourceOf(key, english)))
    const words = Object.fromEntries(sound.map(({ key, text }) => [key, text]))
    overlaid.set(language, { ...overlaid.get(language), ...words })
  }
  return Object.fromEntries(overlaid)
}

function isSound(text: string, source: string | undefined): boolean {
  if (source === undefined || text.trim() === '' || foreignMatter(source, text)) return false
  const { lost, foreign } = gapFaults(source, text)
  return lost.length === 0 && foreign.length === 0
}

/**
 * Languages that a reader is offered, in the order of the table: those with all of our own words, built in or
 * approved. One that lacks some is not offered, and falls back sentence by sentence where it is asked for.
 */
export function offeredLanguages(strings: Strings, languages: readonly Language[]): LanguageTag[] {
  const english = strings[LAST_LANGUAGE] ?? {}
  return languages
    .filter(
      ({ tag, audioOnly }) => !audioOnly && missingKeys(english, strings[tag], tag).length === 0,
    )
    .map(({ tag }) => tag)
}
