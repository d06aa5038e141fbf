import { LAPSE_DAYS } from '#content/model/limits.ts'

const DAY = 86_400_000
const AMBER_DAYS = LAPSE_DAYS / 2

/** How the check of a fact stands, as a shape and a word; whole days by UTC. */
export function factsState(
  { verifiedOn, withdrawnAt }: { verifiedOn?: unknown; withdrawnAt?: unknown },
  now: Date,
): string {
  if (typeof withdrawnAt === 'string') return '✕ Withdrawn'
  if (typeof verifiedOn !== 'string') return '○ Never verified'
  const days = Math.floor((now.getTime() - Date.parse(verifiedOn)) / DAY)
  if (days >= LAPSE_DAYS) return '◇ Lapsed'
  return days >= AMBER_DAYS ? '◐ Check soon' : '● Fresh'
}
