/** Whether a campaign runs, as a shape and a word. Days are compared by UTC: a list may be hours off, no page is. */
export function campaignState({ from, to }: { from?: unknown; to?: unknown }, now: Date): string {
  if (typeof from !== 'string') return '○ No first day yet'
  const today = now.toISOString().slice(0, 10)
  if (today < from) return '○ To come'
  return typeof to === 'string' && today > to ? '■ Ended' : '● Running'
}
