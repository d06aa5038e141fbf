import type { Publisher } from '#content/queries/load-publishers.ts'
import { missing } from './missing-page.ts'
import type { Outcome } from './outcome.ts'
import type { Visit } from './visit.ts'

// What each page says, sentence by sentence: keys of our own words.
const WORDS = {
  imprint: ['legal.imprint-text'],
  privacy: ['legal.privacy-no-trace', 'legal.privacy-no-log', 'legal.privacy-history', 'exit.note'],
  accessibility: ['legal.accessibility-text'],
} as const

/** One of the legal pages; `publishers` are those who answer for what is read here. */
export type LegalMatter = {
  name: keyof typeof WORDS
  words: readonly string[]
  publishers: Publisher[]
}

/** The imprint, privacy or accessibility page. Privacy names whom to ask, too. */
export async function openLegal(
  visit: Visit,
  name: LegalMatter['name'],
): Promise<Outcome<LegalMatter>> {
  if (!visit.isChosen) return missing(visit, 'language')
  const publishers = name === 'accessibility' ? [] : await visit.services.loadPublishers()
  return { isFound: true, matter: { name, words: WORDS[name], publishers }, validUntil: undefined }
}
