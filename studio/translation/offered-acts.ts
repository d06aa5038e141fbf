import type { TranslatedValue } from '#content/model/translation.ts'
import type { TextRights } from './text-rights.ts'
import type { TextState } from './text-state.ts'

/** What may be done to a text next, and how approving it is called then. */
export type OfferedActs = {
  submit: boolean
  approve?: string
  sendBack: boolean
  withdraw: boolean
}

const OPEN: readonly TextState[] = ['draft', 'machine-unreviewed', 'sent-back']

/** The buttons that make sense for a text where it stands, for who may do what they say. */
export function offeredActs(
  state: TextState,
  value: TranslatedValue | undefined,
  { mayWrite, mayReview }: Pick<TextRights, 'mayWrite' | 'mayReview'>,
): OfferedActs {
  const approve = mayReview ? approvingWords(state, value) : undefined
  return {
    submit: mayWrite && OPEN.includes(state),
    ...(approve && { approve }),
    sendBack: mayReview && (state === 'in-review' || state === 'machine-unreviewed'),
    withdraw: mayReview && state !== 'withdrawn' && value?.approved !== undefined,
  }
}

function approvingWords(state: TextState, value: TranslatedValue | undefined): string | undefined {
  if (state === 'missing' || state === 'approved') return undefined
  if (state === 'outdated') return 'Still right'
  if (state === 'withdrawn') return value?.text.trim() ? 'Approve and let out again' : undefined
  return 'Approve'
}
