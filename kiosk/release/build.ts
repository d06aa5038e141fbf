import { pictogramSvg } from '#content/brand/pictograms.ts'
import { qrSvg } from '#content/brand/qr-code.ts'
import type { PlaceFacts } from '#content/model/facts.ts'
import type { LanguageTag } from '#content/model/language-tag.ts'
import { findLanguage, LAST_LANGUAGE, type Language } from '#content/model/languages.ts'
import { PICTOGRAM_IDS } from '#content/model/pictograms.ts'
import type { ShortCode } from '#content/model/short-code.ts'
import { hashBytes } from './bytes.ts'
import { charactersOf } from './characters.ts'
import { RELEASE_FORMAT, type Release } from './release.ts'

/** Bytes with their content type, addressed by their SHA-256. */
export type ReleaseBlob = { sha256: string; type: string; bytes: Uint8Array<ArrayBuffer> }

/** One font file; `weight` as CSS writes it. */
export type FontBlob = {
  family: Release['fonts'][number]['family']
  weight: Release['fonts'][number]['weight']
  blob: ReleaseBlob
}

/** The fonts of some families, regular and bold, with these characters at least. */
export type CutFonts = (
  families: ReadonlySet<FontBlob['family']>,
  characters: string,
) => Promise<readonly FontBlob[]>

export type ReleaseInput = {
  facts: PlaceFacts
  /** The whole languages table; a release carries the rows that it needs. */
  languages: readonly Language[]
  strings: Readonly<Record<LanguageTag, Readonly<Record<string, string>>>>
  /** A release carries the families of its languages, cut down to what it draws. */
  cutFonts: CutFonts
  code: ShortCode | undefined
  /** Public origin for QR codes, such as `https://waymark.example`. */
  origin: string
  isSample: boolean
  now: number
  previousCounter: number
}

/**
 * Makes what the screens of one place play: the payload to be signed and the blobs it names.
 * The counter is never below the clock, so that a server restored from a backup is not refused.
 */
export async function buildRelease(
  input: ReleaseInput,
): Promise<{ payload: string; release: Release; blobs: ReleaseBlob[] }> {
  const tags = readLanguages(input)
  const languages = namedLanguages(input, tags)
  const words = wordsIn(input, tags)
  const fonts = await input.cutFonts(
    new Set(languages.map(({ font }) => font)),
    charactersOf({ facts: input.facts, languages, strings: words }),
  )
  const strings = await blobsBy(Object.keys(words), 'application/json', (tag) =>
    JSON.stringify(words[tag]),
  )
  const pictograms = await blobsBy(PICTOGRAM_IDS, 'image/svg+xml', (id) => pictogramSvg(id, '#000'))
  const codes = await blobsBy(input.code === undefined ? [] : tags, 'image/svg+xml', (tag) =>
    qrSvg(`${input.origin}/Q/${input.code}/${tag}`.toUpperCase()),
  )
  const blobs = unique([
    ...[...strings, ...pictograms, ...codes].map(([, blob]) => blob),
    ...fonts.map(({ blob }) => blob),
  ])
  const release: Release = {
    format: RELEASE_FORMAT,
    counter: Math.max(input.previousCounter + 1, input.now),
    createdAt: input.now,
    origin: input.origin,
    ...(input.code === undefined ? {} : { code: input.code }),
    isSample: input.isSample,
    facts: input.facts,
    languages,
    strings: addresses(strings),
    pictograms: addresses(pictograms),
    codes: addresses(codes),
    fonts: fonts.map(({ family, weight, blob }) => ({ family, weight, blob: blob.sha256 })),
    blobs: blobs.map(({ sha256, type, bytes }) => ({ sha256, type, bytes: bytes.byteLength })),
  }
  return { payload: JSON.stringify(release), release, blobs }
}

/** The languages a screen writes in: the place's in its order, those they fall back to, and English. */
function readLanguages({ facts, languages }: ReleaseInput): LanguageTag[] {
  const tags = facts.place.languages.flatMap((tag) => [
    tag,
    ...(findLanguage(languages, tag)?.fallback ?? []),
  ])
  return [...new Set([...tags, LAST_LANGUAGE])]
}

function wordsIn({ strings }: ReleaseInput, tags: LanguageTag[]): ReleaseInput['strings'] {
  return Object.fromEntries(
    tags.flatMap((tag) => {
      const words = strings[tag]
      return words === undefined ? [] : [[tag, words]]
    }),
  )
}

/** Their rows of the table, and those of the languages that helplines speak: a screen names them. */
function namedLanguages({ facts, languages }: ReleaseInput, tags: LanguageTag[]): Language[] {
  const spoken = [...facts.helplines, ...facts.services].flatMap((it) =>
    it.languages.map(({ tag }) => tag),
  )
  return [...new Set([...tags, ...spoken])].flatMap((tag) => findLanguage(languages, tag) ?? [])
}

async function blobsBy<Key extends string>(
  keys: readonly Key[],
  type: string,
  write: (key: Key) => string,
): Promise<[Key, ReleaseBlob][]> {
  return Promise.all(
    keys.map(async (key): Promise<[Key, ReleaseBlob]> => {
      const bytes = new TextEncoder().encode(write(key))
      return [key, { sha256: await hashBytes(bytes), type, bytes }]
    }),
  )
}

function addresses(blobs: readonly [string, ReleaseBlob][]): Record<string, string> {
  return Object.fromEntries(blobs.map(([key, blob]) => [key, blob.sha256]))
}

function unique(blobs: readonly ReleaseBlob[]): ReleaseBlob[] {
  return [...new Map(blobs.map((blob) => [blob.sha256, blob])).values()]
}
