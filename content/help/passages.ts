import type { PublicText } from '#content/model/facts.ts'
import type { LanguageTag } from '#content/model/language-tag.ts'
import { findLanguage } from '#content/model/languages.ts'
import type { Scene } from './scene.ts'
import type { Name, Passage } from './view.ts'

/** A text in the first language of the reader's chain that has it; `undefined` if none has. */
export function pickText(text: PublicText, scene: Scene): Passage | undefined {
  for (const tag of scene.chain) {
    const entry = text.find(({ language }) => language === tag)
    const passage = entry && toPassage(entry, scene)
    if (passage !== undefined) return passage
  }
  return undefined
}

/** A name in the reader's chain, else in any language of the table, else our own words under `key`. */
export function pickName(text: PublicText, key: string, scene: Scene): Passage {
  return pickAnyName(text, scene) ?? scene.speak(key, scene.chain)
}

/** A name in the reader's chain, else in any language of the table; `undefined` if none has it. */
export function pickAnyName(text: PublicText, scene: Scene): Passage | undefined {
  const picked = pickText(text, scene)
  if (picked !== undefined) return picked
  for (const entry of text) {
    const passage = toPassage(entry, scene)
    if (passage !== undefined) return passage
  }
  return undefined
}

/** Our own words under `key`, but only if this very language has them. For the gaps of a sentence. */
export function wordsIn(
  lang: LanguageTag,
  key: string,
  scene: Scene,
  parameters: Readonly<Record<string, string>> = {},
): string | undefined {
  const { text, lang: used } = scene.speak(key, [lang], parameters)
  return used === lang ? text : undefined
}

/** The words with these names marked in them: those that stand there and are not in the words' own language. */
export function naming(words: Passage, names: readonly Name[]): Passage {
  const marked = names.flatMap(({ text, lang }) =>
    lang !== words.lang && words.text.includes(text) ? [{ text, ...(lang && { lang }) }] : [],
  )
  return marked.length > 0 ? { ...words, names: marked } : words
}

function toPassage(entry: PublicText[number], scene: Scene): Passage | undefined {
  const language = findLanguage(scene.languages, entry.language)
  if (language === undefined || entry.text.trim() === '') return undefined
  return { text: entry.text, lang: language.tag, dir: language.direction }
}
