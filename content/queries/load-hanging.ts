import type { SanityClient } from '@sanity/client'
import { z } from 'zod'
import { type Report, readEach, warn } from './read-result.ts'

const place = z.object({ id: z.string(), name: z.string() })

const hanging = z.object({
  id: z.string(),
  code: z.string().optional(),
  place: place.optional(),
  spot: z.string().optional(),
  copies: z.number(),
  state: z.string(),
  printedOn: z.string().optional(),
  /** What was printed, where that was noted: facts of documents by their ids. */
  printedFacts: z.array(z.object({ document: z.string(), value: z.string() })).optional(),
  /** Of a piece made elsewhere: the numbers that it bears. */
  numbers: z.array(z.string()).optional(),
})
export type Hanging = z.infer<typeof hanging>

const PLACE = `place->{"id": _id, "name": coalesce(name[language == "en"][0].value, name[0].value, slug.current)}`
const HANGS = `state in ["up", "checked", "damaged"]`

const HANGING_QUERY = `[
  ...*[_type == "placement" && place._ref in $places && ${HANGS}] | order(code) {
    "id": _id, code, "place": ${PLACE}, spot, copies, state, printedOn,
    "printedFacts": printedFacts[]{"document": document._ref, value}
  },
  ...*[_type == "placement" && !(place._ref in $places) && defined(printedFacts) && ${HANGS}
    && $fact in printedFacts[].document._ref] | order(code) {
    "id": _id, code, "place": ${PLACE}, spot, copies, state, printedOn,
    "printedFacts": printedFacts[]{"document": document._ref, value}
  },
  ...*[_type == "legacyPiece" && ${HANGS}] | order(title) {
    "id": _id, "place": ${PLACE}, "spot": coalesce(spot, title), copies, state, numbers
  }
]`

/** Pieces that hang at these places, those that were printed with a fact wherever they hang, and all made elsewhere. */
export async function loadHanging(
  client: SanityClient,
  { places, fact, report = warn }: { places: readonly string[]; fact: string; report?: Report },
): Promise<Hanging[]> {
  const found = await client.fetch<unknown[]>(
    HANGING_QUERY,
    { places, fact },
    { perspective: 'published' },
  )
  return readEach(hanging, found, report)
}
