import type { LanguageTag } from '#content/model/language-tag.ts'
import type { PictogramId } from '#content/model/pictograms.ts'

/** Words in one language, with what a browser and a typesetter must know of it. */
export type Passage = { text: string; lang: LanguageTag; dir: 'ltr' | 'rtl' }

/** Whether somebody answers, in epoch milliseconds. `language` narrows it to the reader's language. */
export type Availability =
  | { state: 'always' }
  | { state: 'open'; until: number }
  | { state: 'closed'; opensAt: number | undefined }
  | { state: 'unknown' }

/** A promise that a helpline's facts bear out, as pictogram and words. */
export type Pledge = {
  id: 'free' | 'day-and-night' | 'no-name' | 'no-papers' | 'no-police' | 'in-your-language'
  pictogram: PictogramId
  words: Passage
}

/** One way to reach a helpline. `dial` is what paper says, `href` opens the telephone or the chat. */
export type NumberLine = {
  channel: 'voice' | 'text' | 'chat' | 'whatsapp'
  dial: string
  href: string
  action: Passage
  /** What stays on the telephone and who sees the number: shown before the link. */
  before: Passage
  limits: Passage[]
}

export type SpokenLine = { tag: LanguageTag; name: Passage; mode: Passage }

/** What a helpline and a door have in common. */
export type HelpFactsView = {
  id: string
  name: Passage
  organization: Passage
  audience?: Passage
  isPolice: boolean
  policeRun?: Passage
  numbers: NumberLine[]
  availability: Availability
  availabilityWords: Passage
  /** Absent where it is open day and night. */
  hours?: Passage
  spoken: SpokenLine[]
  speaksReaderLanguage: boolean
  pledges: Pledge[]
  /** Police, papers, name: said either way, "not known" included. */
  answers: Passage[]
  whatHappens?: Passage
  isLapsed: boolean
  lastChecked?: Passage
}

export type HelplineBlock = { kind: 'helpline' } & HelpFactsView
export type ServiceBlock = {
  kind: 'service'
  address?: Passage
  directions?: Passage
  geo?: { href: string; action: Passage; before: Passage }
} & HelpFactsView
export type EmergencyBlock = { kind: 'emergency'; country: string; number: string; href: string; words: Passage }
export type MessageBlock = {
  kind: 'message'
  id: string
  heading: Passage
  body?: Passage
  callToAction?: Passage
  pictogram: PictogramId
  cover: boolean
}
export type GuideBlock = { kind: 'guide'; slug: string; title: Passage; summary: Passage }
/** "You can decide later", "This is not your fault": ours, the same everywhere. */
export type NoteBlock = { kind: 'note'; id: 'later' | 'not-your-fault'; words: Passage }

export type Block = HelplineBlock | EmergencyBlock | ServiceBlock | MessageBlock | GuideBlock | NoteBlock

export type PlaceView = {
  slug: string
  kind: string
  name: Passage
  town?: Passage
  youAreHere: Passage
  nearestDesk?: Passage
  directions?: Passage
}

/**
 * All that a page, a poster or a screen may draw for one place, one reader and one moment.
 * Helplines come first, best first. After `validUntil` (epoch ms; `undefined`: no end in sight) it must be made anew.
 */
export type HelpView = {
  lang: LanguageTag
  dir: 'ltr' | 'rtl'
  place: PlaceView
  blocks: Block[]
  validUntil: number | undefined
  /** Who is behind the campaigns shown here. */
  publishers: Passage[]
}
