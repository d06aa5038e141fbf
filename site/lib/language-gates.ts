import type { SanityClient } from '@sanity/client'
import { fontCoverage } from '#content/brand/font-coverage.ts'
import { fallbackGate } from '#content/gates/fallback-gate.ts'
import { glyphGate, languagesIn } from '#content/gates/glyph-gate.ts'
import { interfaceGate } from '#content/gates/interface-gate.ts'
import { publicTexts } from '#content/gates/public-texts.ts'
import { recordingGate } from '#content/gates/recording-gate.ts'
import { isFree, type Refusal } from '#content/gates/refusal.ts'
import { loadStrings } from '#content/locales/load.ts'
import { loadLanguages } from '#content/queries/load-languages.ts'
import { loadShownTexts } from '#content/queries/load-shown-texts.ts'
import type { GateCase } from './gate.ts'

/**
 * The gates of languages and of voices: letters that a font has, chains that lead somewhere, words with all their
 * gaps, recordings of the words that are approved. `client` reads as the process itself.
 */
export function createLanguageGates(
  client: SanityClient,
): (proposal: Omit<GateCase, 'identity'>) => Promise<Refusal[]> {
  let english: Promise<Readonly<Record<string, string>>> | undefined
  return async ({ changes, settle }) => {
    const published = changes.filter((change) => change.after !== undefined && !isFree(change))
    const refusals = recordingGate(published)
    // Most changes bear no words for the public: they wait for nothing.
    const bearsWords = published.some(({ id, after }) => after && publicTexts(id, after).length > 0)
    if (!bearsWords && languagesIn(published).length === 0) return refusals
    await settle()
    english ??= loadStrings().then((strings) => strings['en'] ?? {})
    const languages = await loadLanguages(client)
    const tags = languagesIn(published).map(({ tag }) => tag)
    const shown = await loadShownTexts(client, tags)
    return [
      ...refusals,
      ...fallbackGate(published, languages),
      ...glyphGate(published, { languages, shown, coverage: fontCoverage }),
      ...interfaceGate(published, await english),
    ]
  }
}
