import type { Speaker } from '#content/locales/speaker.ts'
import type { ListedPlace } from '#content/model/country-facts.ts'
import type { LanguageTag } from '#content/model/language-tag.ts'
import type { Language } from '#content/model/languages.ts'
import { localDigits } from './intl-words.ts'
import { pickAnyName, pickName } from './passages.ts'
import { createScene, type Scene } from './scene.ts'
import type { Passage, PlaceLine } from './view.ts'

/** For whom something is listed; `placeLanguages` come after the reader's. */
export type ListOptions = {
  languages: readonly Language[]
  speak: Speaker
  wanted: readonly LanguageTag[]
  placeLanguages?: readonly LanguageTag[]
}

/** Places as a list shows them, by town and name in the order of the reader's language; those of no town first. */
export function placeLines(places: readonly ListedPlace[], options: ListOptions): PlaceLine[] {
  const scene = listScene(options)
  const order = readingOrder(scene)
  const lines = places.map(({ slug, kind, name, town }): PlaceLine => {
    const townName = pickAnyName(town, scene)
    return {
      ...{ slug, kind },
      name: pickName(name, `place-kind.${kind}`, scene),
      ...(townName && { town: townName }),
    }
  })
  const towns = Map.groupBy(lines, ({ town }) => town?.text ?? '')
  return [...towns]
    .toSorted(([a], [b]) => order(a, b))
    .flatMap(([, inTown]) =>
      inTown.toSorted((a, b) => order(a.name.text, b.name.text) || (a.slug < b.slug ? -1 : 1)),
    )
}

/** What a list shows one below the other: a place, or a town that opens. */
export type PlaceEntry =
  | { kind: 'place'; place: PlaceLine }
  | { kind: 'town'; town: Passage; count: string; places: PlaceLine[] }

/** As many places as are found at a glance, without opening towns. */
const GLANCE = 12

/** Lines in their order, those of a town together; a town of one place, or the only one, does not have to be opened. */
export function placeEntries(lines: readonly PlaceLine[], lang: LanguageTag): PlaceEntry[] {
  const towns = [...Map.groupBy(lines, ({ town }) => town?.text ?? '').values()]
  return towns.flatMap((places): PlaceEntry[] => {
    const town = places[0]?.town
    const isOpen = lines.length <= GLANCE || towns.length === 1 || places.length === 1
    if (isOpen || town === undefined) return places.map((place) => ({ kind: 'place', place }))
    return [{ kind: 'town', town, count: localDigits(`${places.length}`, lang), places }]
  })
}

/** As many lines as one reads through. */
const FEW = 60

/**
 * A long list in parts, in its order: as many as each has lines, so that of twenty thousand a reader sees 142 names
 * twice. A list of up to 60 is one part, an empty one none.
 */
export function partLines(lines: readonly PlaceLine[]): PlaceLine[][] {
  const count = Math.ceil(lines.length / Math.max(FEW, Math.ceil(Math.sqrt(lines.length))))
  const size = Math.ceil(lines.length / count)
  return Array.from({ length: count }, (_, part) => lines.slice(part * size, (part + 1) * size))
}

/** Whom a list speaks to; it holds whatever the hour is. */
export function listScene({ placeLanguages = [], ...rest }: ListOptions): Scene {
  return createScene({ ...rest, placeLanguages, countries: [], zone: 'UTC', now: 0 })
}

/** The order of names in the reader's language, `2` before `10`; no two names are equal in it. */
export function readingOrder({ reader }: Scene): (a: string, b: string) => number {
  const { compare } = new Intl.Collator(reader.tag, { numeric: true })
  return (a, b) => compare(a, b) || Number(a > b) - Number(a < b)
}
