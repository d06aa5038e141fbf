import type { Passage, Pledge } from '#content/help/view.ts'
import type { LanguageTag } from '#content/model/language-tag.ts'
import type { Language } from '#content/model/languages.ts'
import type { PictogramId } from '#content/model/pictograms.ts'
import type { PieceId } from '#content/model/pieces.ts'

/** The number to call, and what the helpline's facts promise of it. */
export type PosterHelpline = {
  name: Passage
  organization: Passage
  dial: string
  promises: Pledge[]
  /** Absent where it is open day and night. */
  hours?: Passage
  /** For whom, limits of the number, who runs it, when it was last checked. */
  notes: Passage[]
}

/** Stands beside the helpline, never instead. `country` only where there are several. */
export type PosterEmergency = { number: string; country?: Passage; words: Passage }

/** The code to scan. `text` is what it holds, `address` what a person reads beside it. */
type PosterCode = {
  text: string
  address: string
  scan: Passage
  neverAsk: Passage
}

/**
 * All that one printed sheet says, in the order in which it says it. Facts that are not known are absent.
 * The page beside the poster shows the same words from the same spec.
 */
export type PosterSpec = {
  piece: PieceId
  lang: LanguageTag
  dir: 'ltr' | 'rtl'
  heading: Passage
  body?: Passage
  callToAction?: Passage
  pictogram: PictogramId
  helpline?: PosterHelpline
  /** One where the country has one number; more on a vehicle that crosses borders. */
  emergencies: PosterEmergency[]
  code: PosterCode
  /** What will not happen. */
  pledges: Pledge[]
  /** Where this hangs and the way to help. */
  place: Passage[]
  /** Who is behind it. */
  publishers: Passage[]
  /** SAMPLE, NOT FOR PRINT: shown on every output. Empty on a sheet that may hang in public. */
  marks: Passage[]
  /** The font of every language on the sheet. */
  fonts: Record<LanguageTag, Language['font']>
}

/** Every passage on the sheet, in the order in which it is read. */
export function passagesOf(spec: Omit<PosterSpec, 'fonts'>): Passage[] {
  const { helpline, code } = spec
  const inOrder: (Passage | undefined)[] = [
    ...spec.marks,
    spec.heading,
    spec.body,
    spec.callToAction,
    helpline?.name,
    helpline?.organization,
    ...(helpline?.promises ?? []).map((promise) => promise.words),
    helpline?.hours,
    ...(helpline?.notes ?? []),
    code.scan,
    code.neverAsk,
    ...spec.pledges.map((pledge) => pledge.words),
    ...spec.emergencies.flatMap(({ country, words }) => [country, words]),
    ...spec.place,
    ...spec.publishers,
  ]
  return inOrder.filter((passage) => passage !== undefined)
}
