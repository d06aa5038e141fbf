import { type PlaceEntry, partLines, placeEntries } from '#content/help/place-lines.ts'
import type { Passage, PlaceLine } from '#content/help/view.ts'
import type { LanguageTag } from '#content/model/language-tag.ts'

/** A part of a long list: its number from 1, and its first and last town, or places where it is within one town. */
export type ListPart = { number: number; first: Passage; last: Passage }

/** The places of a country: as they are, or where they are too many for one page the parts that they are in. */
export type PlaceListing =
  | { kind: 'places'; entries: PlaceEntry[] }
  | { kind: 'parts'; parts: ListPart[] }

/** One part of a long list, and those beside it. */
export type PartOfList = {
  part: ListPart
  entries: PlaceEntry[]
  before?: ListPart | undefined
  after?: ListPart | undefined
}

/** How places are listed for a reader of `lang`; the lines are in order. */
export function listingOf(lines: readonly PlaceLine[], lang: LanguageTag): PlaceListing {
  const parts = partsOf(lines)
  if (parts.length < 2) return { kind: 'places', entries: placeEntries(lines, lang) }
  return { kind: 'parts', parts: parts.map(({ part }) => part) }
}

/** One part of a list; `undefined` if there is no such one, or the list has no parts. */
export function partOf(
  lines: readonly PlaceLine[],
  number: number,
  lang: LanguageTag,
): PartOfList | undefined {
  const parts = partsOf(lines)
  const found = parts.length < 2 ? undefined : parts[number - 1]
  if (found === undefined) return undefined
  return {
    part: found.part,
    entries: placeEntries(found.lines, lang),
    before: parts[number - 2]?.part,
    after: parts[number]?.part,
  }
}

function partsOf(lines: readonly PlaceLine[]): { part: ListPart; lines: PlaceLine[] }[] {
  return partLines(lines).flatMap((lines, at) => {
    const [first, last] = [lines[0], lines.at(-1)]
    return first && last ? [{ part: { number: at + 1, ...endsOf(first, last) }, lines }] : []
  })
}

function endsOf(first: PlaceLine, last: PlaceLine): { first: Passage; last: Passage } {
  const isOneTown = first.town?.text === last.town?.text
  if (isOneTown) return { first: first.name, last: last.name }
  return { first: first.town ?? first.name, last: last.town ?? last.name }
}
