import { z } from 'zod'
import type { LanguageTag } from './language-tag.ts'

/** Tags of sign languages (ISO 639-3), which are languages of their own: none is a spoken one in gestures. */
export const SIGN_LANGUAGE_TAGS = [
  'ils',
  'ase',
  'asq',
  'bfi',
  'dse',
  'fsl',
  'gsg',
  'gss',
  'ise',
  'pso',
  'rms',
  'rsl',
  'ssp',
  'tsm',
  'ukl',
] as const

export const signLanguageTag = z.enum(SIGN_LANGUAGE_TAGS)
export type SignLanguageTag = z.infer<typeof signLanguageTag>

/** What signers call their language, in the language that the name is written in. */
export const SIGN_LANGUAGES: Readonly<
  Record<SignLanguageTag, { ownName: string; writtenIn: LanguageTag }>
> = {
  ils: { ownName: 'International Sign', writtenIn: 'en' },
  ase: { ownName: 'American Sign Language (ASL)', writtenIn: 'en' },
  asq: { ownName: 'Österreichische Gebärdensprache (ÖGS)', writtenIn: 'de' },
  bfi: { ownName: 'British Sign Language (BSL)', writtenIn: 'en' },
  dse: { ownName: 'Nederlandse Gebarentaal (NGT)', writtenIn: 'nl' },
  fsl: { ownName: 'Langue des signes française (LSF)', writtenIn: 'fr' },
  gsg: { ownName: 'Deutsche Gebärdensprache (DGS)', writtenIn: 'de' },
  gss: { ownName: 'Ελληνική νοηματική γλώσσα (ΕΝΓ)', writtenIn: 'el' },
  ise: { ownName: 'Lingua dei segni italiana (LIS)', writtenIn: 'it' },
  pso: { ownName: 'Polski język migowy (PJM)', writtenIn: 'pl' },
  rms: { ownName: 'Limba semnelor române (LSR)', writtenIn: 'ro' },
  rsl: { ownName: 'Русский жестовый язык (РЖЯ)', writtenIn: 'ru' },
  ssp: { ownName: 'Lengua de signos española (LSE)', writtenIn: 'es' },
  tsm: { ownName: 'Türk İşaret Dili (TİD)', writtenIn: 'tr' },
  ukl: { ownName: 'Українська жестова мова (УЖМ)', writtenIn: 'uk' },
}
