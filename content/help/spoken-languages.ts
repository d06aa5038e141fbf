import type { PublicHelpline } from '#content/model/facts.ts'
import type { LanguageTag } from '#content/model/language-tag.ts'
import { findLanguage } from '#content/model/languages.ts'
import { hoursWords } from './hours-words.ts'
import type { Scene } from './scene.ts'
import type { SpokenLine } from './view.ts'

type SpokenLanguage = PublicHelpline['languages'][number]

/** Which entry serves a reader: scripts and plain variants are one language to the ear (`de-simple`, `de`). */
export function spokenFor(
  languages: readonly SpokenLanguage[],
  reader: LanguageTag,
): SpokenLanguage | undefined {
  return (
    languages.find(({ tag }) => tag === reader) ??
    languages.find(({ tag }) => spoken(tag) === spoken(reader))
  )
}

/** The languages of a helpline in their own names, the reader's first. */
export function spokenLines(languages: readonly SpokenLanguage[], scene: Scene): SpokenLine[] {
  const own = spokenFor(languages, scene.reader.tag)
  const ordered = own === undefined ? languages : [own, ...languages.filter((it) => it !== own)]
  return ordered.flatMap(({ tag, mode, hours }) => {
    const language = findLanguage(scene.languages, tag)
    if (language === undefined) return []
    const times = hours && hoursWords(hours, scene)
    return {
      tag: language.tag,
      name: { text: language.ownName, lang: language.tag, dir: language.direction },
      mode: scene.speak(`spoken.${mode}`, scene.chain),
      ...(times && { hours: times }),
    }
  })
}

function spoken(tag: LanguageTag): string {
  return tag.split('-')[0] ?? tag
}
