import path from 'node:path'
import { loadStrings } from '#content/locales/load.ts'
import { createSpeaker } from '#content/locales/speaker.ts'
import type { Language } from '#content/model/languages.ts'
import type { Say } from './review-page.ts'

const FOLDER = path.resolve(import.meta.dirname, '../../content/locales/review')

/** Reads the words of review pages; what comes back says them in the language that is reviewed, or falls back. */
export async function loadReviewWords(
  languages: () => readonly Language[],
): Promise<(language: string) => Say> {
  const strings = await loadStrings(FOLDER)
  return (language) => {
    const speak = createSpeaker({ strings, languages: languages() })
    return (key, parameters) => speak(`review.${key}`, [language], parameters)
  }
}
