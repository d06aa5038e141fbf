/** Namespace of the core. Source: XLIFF 2.1 (OASIS), 4.1.1; the version that 2.0 and 2.1 share. */
export const XLIFF_NAMESPACE = 'urn:oasis:names:tc:xliff:document:2.0'
/** Namespace of the metadata module. Source: XLIFF 2.1, 5.5. */
export const METADATA_NAMESPACE = 'urn:oasis:names:tc:xliff:metadata:2.0'
export const XLIFF_VERSION = '2.1'
/** Longest file that is read, in bytes: some 30,000 texts. */
export const MOST_XLIFF_BYTES = 16 * 1024 ** 2

/** States that the core has for a segment. Source: XLIFF 2.1, 4.3.1.29. */
export const SEGMENT_STATES = ['initial', 'translated', 'reviewed', 'final'] as const
export type SegmentState = (typeof SEGMENT_STATES)[number]

/** Words, or words that a pair of inline codes encloses; `id` tells which pair of the source. */
export type Inline = string | { id: string; kind?: 'strong' | 'em'; content: readonly Inline[] }

/** One text with its translation, if it has one. `note`s are for whoever translates. */
export type XliffUnit = {
  /** An NMTOKEN, unique in its file. */
  id: string
  /** The field it stands in, as the Content Lake writes paths. */
  name: string
  state: SegmentState
  /** Our own state, written as sub-state. */
  subState?: string
  source: readonly Inline[]
  target?: readonly Inline[]
  notes: readonly string[]
  /** `textHash` of the source; absent where a tool dropped it. */
  sourceHash?: string
}

/** The texts of one document; `original` is its id. */
export type XliffFile = {
  original: string
  notes: readonly string[]
  /** What a tool must give back to tell where the file belongs: dataset, campaign, revision. */
  about: Readonly<Record<string, string>>
  units: readonly XliffUnit[]
}

/** A file for an agency: texts of some documents in one language, to be translated into another. */
export type Xliff = {
  sourceLanguage: string
  targetLanguage: string
  sourceDirection?: 'ltr' | 'rtl'
  targetDirection?: 'ltr' | 'rtl'
  files: readonly XliffFile[]
}

/** The words alone, without the codes around them. */
export function plainText(content: readonly Inline[]): string {
  return content.map((one) => (typeof one === 'string' ? one : plainText(one.content))).join('')
}
