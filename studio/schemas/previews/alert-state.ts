/** Whether an alert is on screens, as a shape and words. */
export function alertState(
  { effective, expires }: { effective?: unknown; expires?: unknown },
  now: Date,
): string {
  if (typeof effective !== 'string' || typeof expires !== 'string') return '○ No time yet'
  if (now < new Date(effective)) return '○ To come'
  return now >= new Date(expires) ? '■ Over' : '● On screens now'
}
