import { z } from 'zod'
import { type ScanFigure, scanFigure } from '#content/model/scan-figure.ts'

/** Figures under this are told as "fewer than 11". Source: the rule of small cells, as CMS holds it for health data. */
export const SMALLEST_FIGURE = 11

/** A figure of its own, or one that is the sum of others: campaign, place, placement. */
export type Counted = { id: string; scans: number } | { id: string; parts: readonly Counted[] }

/**
 * What may be told: the figure, or that it is small (a figure of its own, under 11), or that it is held back
 * (a sum from which, with the others, a small figure could be told).
 */
export type Disclosed = ScanFigure & { id: string; parts: Disclosed[] }

/** Reads what was kept of it. */
export const disclosed: z.ZodType<Disclosed> = z.lazy(() =>
  z.intersection(scanFigure, z.object({ id: z.string(), parts: z.array(disclosed) })),
)

/**
 * What may be told of one closed week. Small figures are hidden. A sum within is told where nothing under it is
 * hidden; the sum of all is the one that is ever told over hidden figures. So whoever sees the whole answer, and knows
 * this rule, can still think each hidden figure to be anything from 0 to 10:
 *
 * Which sums within are told follows from which figures are small, and says nothing more. The sum of all tells of the
 * n hidden figures that they add up to s, only where 10 <= s <= 10 (n - 1): given any one of them as x, the others
 * have to make s - x, which lies between 0 and 10 (n - 1). Where it is held back, s may be below 10 (all others 0, and
 * x up to 9) or above 10 (n - 1) (all of them 10). Without a figure that is told, 10 is held back too (all others 0).
 *
 * A second sum over hidden figures would break this: that it is held back while the first is told rules figures out.
 */
export function discloseScans(all: Counted): Disclosed {
  const { told, scans, hidden } = disclose(all)
  const isTold = told.parts.length > 0 && scans >= SMALLEST_FIGURE && keepsSecret(hidden)
  return isTold ? { id: told.id, parts: told.parts, state: 'told', scans } : told
}

type Step = { told: Disclosed; scans: number; hidden: { figures: number; scans: number } }

const MOST = SMALLEST_FIGURE - 1

function disclose(counted: Counted): Step {
  const { id } = counted
  if ('scans' in counted) {
    const { scans } = counted
    if (scans < SMALLEST_FIGURE) {
      return { told: { id, parts: [], state: 'small' }, scans, hidden: { figures: 1, scans } }
    }
    return {
      told: { id, parts: [], state: 'told', scans },
      scans,
      hidden: { figures: 0, scans: 0 },
    }
  }
  const steps = counted.parts.map(disclose)
  const parts = steps.map(({ told }) => told)
  const scans = sum(steps.map((step) => step.scans))
  const hidden = {
    figures: sum(steps.map((step) => step.hidden.figures)),
    scans: sum(steps.map((step) => step.hidden.scans)),
  }
  const isPlain = hidden.figures === 0 && parts.length > 0
  return {
    told: isPlain ? { id, parts, state: 'told', scans } : { id, parts, state: 'held-back' },
    scans,
    hidden,
  }
}

function keepsSecret({ figures, scans }: Step['hidden']): boolean {
  return figures === 0 || (scans >= MOST && scans <= MOST * (figures - 1))
}

function sum(figures: readonly number[]): number {
  return figures.reduce((all, one) => all + one, 0)
}
