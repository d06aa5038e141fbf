import type { MatrixDocument } from '#content/model/matrix.ts'
import { textHash } from '../../../../content/model/text-hash.ts'

const SOURCE = 'Someone keeps your passport?'
const HASH = textHash(SOURCE)

/** A message as the query answers it, its heading in every state. */
export const message: MatrixDocument = {
  _id: 'message-1',
  _rev: 'r',
  _type: 'message',
  heading: {
    source: SOURCE,
    cells: [
      `en|a|${HASH}`,
      `ar|a|${HASH}`,
      'ti|a|0000000000000000',
      'fr|i|',
      'de|m|',
      'es|d|',
      'ro|r|',
      'uk|w|x',
      'ru||',
    ],
  },
  body: { source: 'Your papers belong to you.', cells: ['en|d|'] },
}

/** A place of a kind that a campaign is for. */
export const place: MatrixDocument = {
  _id: 'place-1',
  _rev: 'r',
  _type: 'place',
  kind: 'train-station',
  title: 'Centralia',
  helplines: ['helpline-1'],
  directions: { source: 'Left of the door.', cells: ['en|a|'] },
}
