import { countryPassage } from './emergency-blocks.ts'
import { localDigits } from './intl-words.ts'
import { type ListOptions, listScene, readingOrder } from './place-lines.ts'
import type { Passage } from './view.ts'

/** A country as a list shows it; `count` are its places, in the reader's digits, absent where it has none. */
export type CountryLine = { country: string; name: Passage; count?: string }

/** Countries by their names, in the order of the reader's language. */
export function countryLines(
  countries: readonly { country: string; places: number }[],
  options: ListOptions,
): CountryLine[] {
  const scene = listScene(options)
  const order = readingOrder(scene)
  return countries
    .map(({ country, places }) => ({
      country,
      name: countryPassage(country, scene),
      ...(places > 0 && { count: localDigits(`${places}`, scene.reader.tag) }),
    }))
    .toSorted((a, b) => order(a.name.text, b.name.text) || order(a.country, b.country))
}
