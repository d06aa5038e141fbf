import { TEXT_STATES, type TextState } from '../../translation/text-state.ts'

/** Every state that a cell can be in. */
export const CELL_STATES = Object.keys(TEXT_STATES).filter(isCellState)

/** The letters in which the query says where a text stands; a hash tells approved from outdated. */
export const STATE_LETTERS: Readonly<Record<string, TextState>> = {
  '': 'missing',
  w: 'withdrawn',
  a: 'approved',
  r: 'sent-back',
  i: 'in-review',
  m: 'machine-unreviewed',
  d: 'draft',
}

/** Whether a text is one of the states, as it comes from an address. */
export function isCellState(text: string): text is TextState {
  return Object.hasOwn(TEXT_STATES, text)
}
