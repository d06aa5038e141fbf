import { findLanguage, type Language, languageRecord } from '#content/model/languages.ts'
import { type Coverage, fontsThatHave, missingLetters } from '#content/model/missing-letters.ts'
import { type PublicWords, publicTexts } from './public-texts.ts'
import { isFree, type ProposedChange, type Refusal } from './refusal.ts'

/** What the glyph gate looks at besides the changes. */
export type GlyphGround = {
  /** The languages table as it is now. */
  languages: readonly Language[]
  /** What is shown now in the languages that the changes publish: asked for only where there is one. */
  shown: readonly PublicWords[]
  coverage: Coverage
}

/** The languages that these changes publish, as they would be. */
export function languagesIn(changes: readonly ProposedChange[]): Language[] {
  return changes.flatMap((change) => {
    if (isFree(change) || change.after?.['_type'] !== 'language') return []
    return languageRecord.safeParse(change.after).data ?? []
  })
}

/**
 * Refuses a language whose font cannot draw its own name or what is shown in it, and a document with new public words
 * that the font of their language cannot draw: on paper such a poster is refused, on a screen there would be boxes.
 */
export function glyphGate(
  changes: readonly (ProposedChange & { before?: Record<string, unknown> })[],
  { languages, shown, coverage }: GlyphGround,
): Refusal[] {
  const added = languagesIn(changes)
  const table = [...added, ...languages]
  const changed = new Set(changes.map(({ id }) => id))
  return changes.flatMap((change) => {
    const { id, after, before } = change
    if (after === undefined || isFree(change)) return []
    if (after['_type'] === 'language') {
      const language = languageRecord.safeParse(after).data
      if (language === undefined) return []
      const others = shown.filter(({ documentId }) => !changed.has(documentId))
      return languageRefusals(id, language, others, coverage)
    }
    // Words that stand there already may stay: nobody should be kept from withdrawing a number by a letter.
    const known = new Set(before ? publicTexts(id, before).map(sameness) : [])
    return publicTexts(id, after)
      .filter((text) => !known.has(sameness(text)))
      .flatMap((text) => textRefusals(text, findLanguage(table, text.language), coverage))
  })
}

function sameness({ path, language, text }: PublicWords): string {
  return `${path} ${language} ${text}`
}

function languageRefusals(
  id: string,
  { tag, font, ownName }: Language,
  shown: readonly PublicWords[],
  coverage: Coverage,
): Refusal[] {
  const unnamed = missingLetters(ownName, font, coverage)
  const texts = shown.filter(({ language }) => language === tag).map(({ text }) => text)
  const all = [ownName, ...texts].join('')
  const undrawn = missingLetters(all, font, coverage)
  if (undrawn.length === 0) return []
  const where = unnamed.length > 0 ? 'its own name' : 'its texts'
  return [
    {
      documentId: id,
      path: 'font',
      message: `The language "${tag}" cannot be published: the font ${font} has no letter for ${list(undrawn)}, which ${where} ${where === 'its texts' ? 'use' : 'uses'}. ${wayOut(all, coverage)}`,
    },
  ]
}

function textRefusals(
  { documentId, path, language, text }: PublicWords,
  row: Language | undefined,
  coverage: Coverage,
): Refusal[] {
  if (row === undefined) return []
  if (OVERRIDE.test(text)) {
    const message = `"${documentId}" cannot be published: ${path} in ${row.englishName} (${language}) holds a mark that turns letters and digits around (U+202D or U+202E). Type it anew without it.`
    return [{ documentId, path, language, message }]
  }
  const undrawn = missingLetters(text, row.font, coverage)
  if (undrawn.length === 0) return []
  return [
    {
      documentId,
      path,
      message: `"${documentId}" cannot be published: ${path} in ${row.englishName} (${language}) has ${list(undrawn)}, which its font ${row.font} cannot draw. Write it otherwise, or change the font of the language. ${wayOut(text, coverage)}`,
    },
  ]
}

function wayOut(text: string, coverage: Coverage): string {
  const fonts = fontsThatHave(text, coverage)
  return fonts.length > 0
    ? `These fonts have every letter: ${fonts.join(', ')}.`
    : 'No bundled font has all of these letters.'
}

// Isolates and marks of direction belong to Arabic and Hebrew; what overrides the order of letters hides what is said.
const OVERRIDE = /[\u202d\u202e]/u
const MOST_LISTED = 20

/** Letters with their numbers: some cannot be seen alone. */
function list(letters: readonly string[]): string {
  const named = letters.slice(0, MOST_LISTED).map((letter) => {
    const number = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    return `"${letter}" (U+${number})`
  })
  const more = letters.length - named.length
  return more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ')
}
