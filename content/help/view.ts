import type { Topic } from '#content/model/exploitation.ts'
import type { LanguageTag } from '#content/model/language-tag.ts'
import type { PictogramId } from '#content/model/pictograms.ts'
import type { PlaceKind } from '#content/model/place-kinds.ts'

/**
 * Words in one language, with what a browser and a typesetter must know of it. `names` stand in them in a language of
 * their own.
 */
export type Passage = {
  text: string
  lang: LanguageTag
  dir: 'ltr' | 'rtl'
  names?: readonly Name[]
}

/** A name inside other words. An address has no `lang`: it is written as it stands on the wall. */
export type Name = { text: string; lang?: LanguageTag }

/** Whether somebody answers, in epoch milliseconds. */
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

/** A language that is spoken, in its own name; `hours` where they differ from the helpline's. */
export type SpokenLine = { tag: LanguageTag; name: Passage; mode: Passage; hours?: Passage }

/** A recording beside the words of `field`. Nothing of it is loaded until somebody plays it. */
export type Recording = {
  kind: 'sound' | 'film'
  field: string
  /** What is spoken or signed; `language` names it where the page does not tell already. */
  lang: string
  language?: Passage
  size: Passage
  /** The same in several formats, as media types: the browser plays the first it can. */
  sources: { href: string; type: string }[]
}

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
  /** The same for the reader's language, where that one has its own hours. */
  inLanguage?: { availability: Availability; words: Passage }
  /** Absent where it is open day and night. */
  hours?: Passage
  spoken: SpokenLine[]
  speaksReaderLanguage: boolean
  pledges: Pledge[]
  /** Police, papers, name, cost: said either way, "not known" included. */
  answers: Passage[]
  whatHappens?: Passage
  recordings?: Recording[]
  isLapsed: boolean
  lastChecked: Passage
}

export type HelplineBlock = { kind: 'helpline' } & HelpFactsView
export type ServiceBlock = {
  kind: 'service'
  serviceKind: Passage
  address?: Passage
  directions?: Passage
  geo?: { href: string; action: Passage; before: Passage }
} & HelpFactsView
/** `countryName` stands there where several countries have one: a vehicle that crosses a border. */
export type EmergencyBlock = {
  kind: 'emergency'
  country: string
  countryName?: Passage
  number: string
  href: string
  action: Passage
  words: Passage
}
export type MessageBlock = {
  kind: 'message'
  id: string
  heading: Passage
  body?: Passage
  callToAction?: Passage
  recordings?: Recording[]
  pictogram: PictogramId
  topic: Topic
  audience: 'person' | 'bystander'
  cover: boolean
}
export type GuideBlock = { kind: 'guide'; slug: string; title: Passage; summary: Passage }
/** "You can decide later", "This is not your fault": ours, the same everywhere. */
export type NoteBlock = { kind: 'note'; id: 'later' | 'not-your-fault'; words: Passage }

/** One thing to draw: exhaustive over its `kind`. */
export type Block =
  | HelplineBlock
  | EmergencyBlock
  | ServiceBlock
  | MessageBlock
  | GuideBlock
  | NoteBlock

export type PlaceView = {
  slug: string
  kind: PlaceKind
  kindName: Passage
  name: Passage
  town?: Passage
  youAreHere: Passage
  nearestDesk?: Passage
  directions?: Passage
  recordings?: Recording[]
}

/** "Where are you now?", for a place that is in several countries. `chosen` is absent until the reader has said so. */
export type WhereNow = { choices: CountryChoice[]; chosen?: CountryChoice }
export type CountryChoice = { country: string; name: Passage }

/**
 * All that a page, a poster or a screen may draw for one place, one reader and one moment.
 * Helplines come first, best first. After `validUntil` (epoch ms; `undefined`: no end in sight) it must be made anew.
 */
export type HelpView = {
  lang: LanguageTag
  dir: 'ltr' | 'rtl'
  place: PlaceView
  whereNow?: WhereNow
  blocks: Block[]
  /** Languages that are only heard, and can be heard here. */
  heardIn: LanguageTag[]
  validUntil: number | undefined
  /** Who is behind the campaigns shown here. */
  publishers: Passage[]
}

/** A listed place as lists show it. */
export type PlaceLine = {
  slug: string
  kind: PlaceKind
  name: Passage
  town?: Passage
}

/** All that a page may draw of the help for a whole country. */
export type CountryView = {
  lang: LanguageTag
  dir: 'ltr' | 'rtl'
  country: string
  name: Passage
  blocks: Block[]
  /** Languages that are only heard, and can be heard here. */
  heardIn: LanguageTag[]
  validUntil: number | undefined
}
