/** Figures under this are told as "fewer than 11". Source: the rule of small cells, as CMS holds it for health data. */
export const SMALLEST_FIGURE = 11

/** A figure of its own, or one that is the sum of others: campaign, place, placement. */
export type Counted = { id: string; scans: number } | { id: string; parts: readonly Counted[] }

/**
 * What may be told: the figure, or that it is small (a figure of its own, under 11), or that it is held back
 * (a sum from which, with the others, a small figure could be told).
 */
export type Disclosed = { id: string; parts: Disclosed[] } & (
  | { state: 'told'; scans: number }
  | { state: 'small' | 'held-back' }
)

/**
 * What may be told of one closed week. Small figures are hidden, and so is every sum that would narrow one of them
 * down: after all that is told, each hidden figure can still be anything from 0 to 10.
 *
 * A sum that is told is one equation over the hidden figures that no smaller told sum has taken already. With n of
 * them that add up to s, each can be all of 0 to 10 exactly where 10 <= s <= 10 (n - 1).
 */
export function discloseScans(counted: Counted): Disclosed {
  return disclose(counted).told
}

type Step = { told: Disclosed; scans: number; hidden: { figures: number; scans: number } }

const MOST = SMALLEST_FIGURE - 1

function disclose(counted: Counted): Step {
  const { id } = counted
  if ('scans' in counted) {
    const { scans } = counted
    if (scans >= SMALLEST_FIGURE) {
      return { told: { id, parts: [], state: 'told', scans }, scans, hidden: NOTHING }
    }
    return { told: { id, parts: [], state: 'small' }, scans, hidden: { figures: 1, scans } }
  }
  const steps = counted.parts.map(disclose)
  const parts = steps.map(({ told }) => told)
  const scans = sum(steps.map((step) => step.scans))
  const hidden = {
    figures: sum(steps.map((step) => step.hidden.figures)),
    scans: sum(steps.map((step) => step.hidden.scans)),
  }
  if (scans >= SMALLEST_FIGURE && keepsSecret(hidden)) {
    return { told: { id, parts, state: 'told', scans }, scans, hidden: NOTHING }
  }
  return { told: { id, parts, state: 'held-back' }, scans, hidden }
}

const NOTHING = { figures: 0, scans: 0 }

function keepsSecret({ figures, scans }: Step['hidden']): boolean {
  return figures === 0 || (scans >= MOST && scans <= MOST * (figures - 1))
}

function sum(figures: readonly number[]): number {
  return figures.reduce((all, one) => all + one, 0)
}
