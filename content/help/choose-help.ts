import type { PublicHelpline } from '#content/model/facts.ts'
import { availabilityAt } from './availability.ts'
import { isLapsed } from './freshness.ts'
import type { PublicHelpFacts } from './pledges.ts'
import type { Scene } from './scene.ts'
import { spokenFor } from './spoken-languages.ts'

/**
 * The helplines to show for these ids, a withdrawn one replaced in its position by its standby.
 * Neither a withdrawn helpline nor the same one twice is ever returned.
 */
export function standingHelplines(
  ids: readonly string[],
  helplines: readonly PublicHelpline[],
): PublicHelpline[] {
  const byId = new Map(helplines.map((helpline) => [helpline.id, helpline]))
  const standing = ids.flatMap((id) => standIn(id, byId) ?? [])
  return [...new Set(standing)]
}

/**
 * Best first: verified before lapsed; then open now in the reader's language, open now, by when it opens.
 * The given order breaks ties. Withdrawn ones are left out.
 */
export function orderHelp<Facts extends PublicHelpFacts>(facts: readonly Facts[], scene: Scene) {
  return facts
    .filter((it) => !it.withdrawn)
    .map((it) => ({ it, rank: rankOf(it, scene) }))
    .toSorted((a, b) => compare(a.rank, b.rank))
    .map(({ it }) => it)
}

function standIn(id: string, byId: ReadonlyMap<string, PublicHelpline>) {
  const tried = new Set<string>()
  let helpline = byId.get(id)
  while (helpline?.withdrawn === true) {
    tried.add(helpline.id)
    const next: string | undefined = helpline.standby
    helpline = next === undefined || tried.has(next) ? undefined : byId.get(next)
  }
  return helpline
}

type Rank = [lapsed: number, readiness: number, opensAt: number]

const IN_LANGUAGE = 0
const OPEN = 1
const UNKNOWN = 2
const CLOSED = 3

function rankOf(facts: PublicHelpFacts, scene: Scene): Rank {
  const lapsed = isLapsed(facts.verifiedOn, scene) ? 1 : 0
  const spoken = spokenFor(facts.languages, scene.reader.tag)
  if (spoken !== undefined && isOpen(spoken.hours ?? facts.hours, scene)) {
    return [lapsed, IN_LANGUAGE, 0]
  }
  const availability = availabilityAt(facts.hours, scene.now)
  switch (availability.state) {
    case 'always':
    case 'open':
      return [lapsed, OPEN, 0]
    case 'unknown':
      return [lapsed, UNKNOWN, 0]
    case 'closed':
      return [lapsed, CLOSED, availability.opensAt ?? Number.MAX_SAFE_INTEGER]
  }
}

function isOpen(hours: PublicHelpFacts['hours'], scene: Scene): boolean {
  const { state } = availabilityAt(hours, scene.now)
  return state === 'always' || state === 'open'
}

function compare(a: Rank, b: Rank): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2]
}
