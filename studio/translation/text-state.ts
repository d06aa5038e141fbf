import {
  type TranslatedValue,
  type TranslationState,
  translationState,
} from '#content/model/translation.ts'

/** Where a text stands as its authors see it: the model's states, and what a reviewer did to it. */
export type TextState = TranslationState | 'sent-back' | 'withdrawn'

/** States as the Studio says them, each with a shape of its own, so that none is told by colour alone. */
export const TEXT_STATES = {
  missing: { words: 'Missing', shape: '○', tone: 'default' },
  draft: { words: 'Draft', shape: '✎', tone: 'default' },
  'machine-unreviewed': { words: 'Machine, not reviewed', shape: '⚙', tone: 'caution' },
  'in-review': { words: 'In review', shape: '◐', tone: 'primary' },
  approved: { words: 'Approved', shape: '✓', tone: 'positive' },
  outdated: { words: 'Outdated', shape: '↻', tone: 'caution' },
  'sent-back': { words: 'Sent back', shape: '↩', tone: 'caution' },
  withdrawn: { words: 'Withdrawn', shape: '⊘', tone: 'critical' },
} as const satisfies Record<TextState, { words: string; shape: string; tone: string }>

/** Where a text stands, worked out from the source as it is now. What was withdrawn or sent back says so first. */
export function textState(value: TranslatedValue | undefined, source: string): TextState {
  if (value?.withdrawn !== undefined) return 'withdrawn'
  const state = translationState(value, source)
  const isOpen = state === 'draft' || state === 'machine-unreviewed' || state === 'in-review'
  return isOpen && value?.rejected !== undefined ? 'sent-back' : state
}
