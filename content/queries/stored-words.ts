import { publicMessage, publicPlace } from '#content/model/facts.ts'
import { STORED_RECORDINGS, withSpokenWords } from './spoken-words.ts'

/** A message as the query gives it. */
export const storedMessage = publicMessage
  .extend(STORED_RECORDINGS)
  .transform((it) => withSpokenWords(it, 'message'))

/** A place as the query gives it. */
export const storedPlace = publicPlace
  .extend(STORED_RECORDINGS)
  .transform((it) => withSpokenWords(it, 'place'))
