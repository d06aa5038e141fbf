import type { ShortCode } from '#content/model/short-code.ts'
import type { Counted } from './disclose-scans.ts'

/** A printed code and where it hung as its week ended. */
export type HangingCode = { code: ShortCode; place: string; campaign: string }

/**
 * One tree a campaign: campaign, places, codes. Every code stands in one tree only, at one place of it, so no two trees
 * share a figure. Of a code that is named twice, the first counts.
 */
export function scanTrees(
  hanging: readonly HangingCode[],
  scansOf: (code: ShortCode) => number,
): Counted[] {
  const once = [...new Map(hanging.toReversed().map((one) => [one.code, one])).values()]
  return grouped(once, ({ campaign }) => campaign).map(([id, codes]) => ({
    id,
    parts: grouped(codes, ({ place }) => place).map(([place, found]) => ({
      id: place,
      parts: found
        .toSorted((a, b) => (a.code < b.code ? -1 : 1))
        .map(({ code }) => ({ id: code, scans: scansOf(code) })),
    })),
  }))
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): [string, Item[]][] {
  const groups = Map.groupBy(items, keyOf)
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1))
}
