import fc from 'fast-check'
import { type Counted, type Disclosed, discloseScans } from '#content/counts/disclose-scans.ts'

const figure = fc.oneof(
  fc.integer({ min: 0, max: 10 }),
  fc.constantFrom(0, 10),
  fc.integer({ min: 11, max: 40 }),
)

/** A week of a campaign with some places and the pieces that hang there. */
export const weekOfScans: fc.Arbitrary<Counted> = fc
  .array(fc.array(figure, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
  .map((places) => ({
    id: 'all',
    parts: places.map((figures, at) => ({
      id: `${at}`,
      parts: figures.map((scans, piece) => ({ id: `${at}-${piece}`, scans })),
    })),
  }))

/** Ids of the figures that are hidden because they are small. */
export function smallOnes(told: Disclosed): string[] {
  if (told.parts.length === 0) return told.state === 'small' ? [told.id] : []
  return told.parts.flatMap(smallOnes)
}

const FIGURES = Array.from({ length: 11 }, (_, scans) => scans)

/**
 * What somebody who knows the rule can still think one hidden figure to be: each number from 0 to 10 for which some
 * other figures in hiding give the very same answer, with all that it tells and all that it holds back. Tried of the
 * others are all sums that they can make, each once; so it may find too few, and never too many.
 */
export function guessed(truth: Counted, wanted: string): number[] {
  const told = discloseScans(truth)
  const answer = JSON.stringify(told)
  const others = smallOnes(told).filter((id) => id !== wanted)
  const sums = Array.from({ length: 10 * others.length + 1 }, (_, all) => all)
  return FIGURES.filter((scans) =>
    sums.some((all) => {
      const filled = others.map((id, at) => [id, Math.max(0, Math.min(10, all - 10 * at))] as const)
      const guess = withFigures(truth, new Map([[wanted, scans], ...filled]))
      return JSON.stringify(discloseScans(guess)) === answer
    }),
  )
}

function withFigures(counted: Counted, guess: ReadonlyMap<string, number>): Counted {
  const { id } = counted
  if ('scans' in counted) return { id, scans: guess.get(id) ?? counted.scans }
  return { id, parts: counted.parts.map((part) => withFigures(part, guess)) }
}
