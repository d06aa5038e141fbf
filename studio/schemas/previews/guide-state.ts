/** Where the review of a guide stands, as a shape and a word. */
export function guideState(review: {
  approvedOn?: unknown
  submittedOn?: unknown
  rejectedOn?: unknown
  withdrawnOn?: unknown
}): string {
  if (typeof review.withdrawnOn === 'string') return '⊘ Withdrawn'
  if (typeof review.rejectedOn === 'string') return '✕ Given back'
  if (typeof review.submittedOn === 'string') return '◐ In review'
  return typeof review.approvedOn === 'string' ? '● Approved' : '○ Not approved'
}
