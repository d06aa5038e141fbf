import type { RecordingState } from '#content/model/spoken-texts.ts'

/** States of a recording as the Studio says them, each with a shape of its own. */
export const RECORDING_STATES = {
  missing: { words: 'No recording', shape: '○', tone: 'default' },
  'in-review': { words: 'Recorded, in review', shape: '◐', tone: 'primary' },
  approved: { words: 'Approved', shape: '✓', tone: 'positive' },
  outdated: { words: 'Outdated: says other words', shape: '↻', tone: 'caution' },
  'sent-back': { words: 'Sent back', shape: '↩', tone: 'caution' },
} as const satisfies Record<RecordingState, { words: string; shape: string; tone: string }>

/** Fields as the Studio names them. */
export const FIELD_WORDS: Readonly<Record<string, string>> = {
  heading: 'Heading',
  body: 'Text',
  callToAction: 'Call to action',
  whatHappens: 'What happens when you call',
  directions: 'Directions',
}

/** Why a text cannot be recorded. */
export const NUMBER_WORDS =
  'This text holds a number, so it is not recorded: numbers come from facts. Digits are recorded once per language and joined.'

/** Said to whoever may not record. */
export const WHO_RECORDS =
  'Recordings are made by editors and administrators. Ask one of them to record these texts.'

/** What keeps somebody from recording, and what to do, by the name of the browser's error. */
export function microphoneWords(name: string): string {
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'The microphone is not allowed here. Allow it beside the address in your browser, then record again.'
    case 'NotFoundError':
      return 'No microphone was found. Plug one in, or open this document on a phone, then record again.'
    case 'NotReadableError':
    case 'AbortError':
      return 'Another program holds the microphone. Close it, then record again.'
    case 'Unsupported':
      return 'This browser cannot record. Use a newer one, over https, or record on a phone.'
    default:
      return 'Recording did not start. Try again; if it fails again, use another browser.'
  }
}

/** Why a take ended by itself. */
export const END_WORDS = {
  limit: 'The longest time is over. Listen whether everything is in it.',
  hidden: 'You left this tab, so recording stopped. Listen whether everything is in it.',
  unplugged: 'The microphone went away, so recording stopped. Listen whether everything is in it.',
} as const

/** What became of keeping a take that could not be sent. */
export const KEEP_FAILED =
  'The recording could not be sent. It is kept here while this tab is open, and is sent by itself once there is a connection.'
