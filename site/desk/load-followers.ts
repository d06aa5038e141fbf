import { z } from 'zod'
import { countryName } from '#content/help/intl-words.ts'
import { createScene } from '#content/help/scene.ts'
import type { FollowedAnswer } from '#content/model/desk.ts'
import { type Hanging, loadHanging } from '#content/queries/load-hanging.ts'
import { loadPlacesListing, loadStoodFor, type ReachedPlace } from '#content/queries/load-reach.ts'
import { borneBy, pageBears, releaseBears, type SoughtNumber } from './bears-number.ts'
import type { DeskRooms } from './context.ts'
import { findFact } from './find-fact.ts'
import { inTurn } from './in-turn.ts'
import type { StoredVersion } from './stored-fact.ts'

/** Pages that are asked at the same time: each may have to be rendered first. */
const PAGES_AT_ONCE = 4

const facts = z.object({
  numbers: z
    .array(
      z.object({
        dial: z.string().default(''),
        e164: z.string().optional(),
        url: z.string().optional(),
      }),
    )
    .default([]),
  countries: z.array(z.string()).default([]),
})

/**
 * Which pages, screens and printed pieces still bear the numbers of a fact. Pages are read as readers get them;
 * screens are those that are connected now. Costs a rendering for each page that is not cached.
 */
export async function loadFollowers(rooms: DeskRooms, id: string): Promise<FollowedAnswer> {
  const { client, now } = rooms
  const { fact } = await findFact(rooms, id)
  const stored = fact.versions.published ?? fact.versions.draft
  const { numbers, countries } = facts.catch({ numbers: [], countries: [] }).parse(stored?.document)
  const ids = await loadStoodFor(client, id, { onlyNow: true })
  const places = await loadPlacesListing(client, ids)
  const [pages, screens, hanging] = await Promise.all([
    pagesOf(rooms, places, { numbers, countries: fact.type === 'helpline' ? countries : [] }),
    screensOf(rooms, places, numbers),
    loadHanging(client, { places: places.map((place) => place.id), fact: id }),
  ])
  const pieces = hanging.flatMap((piece) => pieceOf(piece, { id, stored, numbers }) ?? [])
  return { at: new Date(now()).toISOString(), pages, screens, pieces }
}

async function pagesOf(
  { services, readPage = readFromOutside }: DeskRooms,
  places: readonly ReachedPlace[],
  { numbers, countries }: z.infer<typeof facts>,
): Promise<FollowedAnswer['pages']> {
  const languageOf = ({ languages }: ReachedPlace) =>
    languages.find((tag) => services.offered().includes(tag)) ?? 'en'
  const scene = createScene({
    languages: services.languages(),
    speak: services.speak,
    wanted: ['en'],
    placeLanguages: [],
    countries,
    zone: 'UTC',
    now: services.now(),
  })
  const pages = [
    ...places.flatMap((place) => {
      const address = place.listed
        ? `/${languageOf(place)}/${place.slug}`
        : place.code && `/Q/${place.code}/${languageOf(place)}`
      return address ? [{ place: place.name, address }] : []
    }),
    ...countries.map((code) => ({
      place: countryName(code, 'en', scene) ?? code,
      address: `/en/${code.toLowerCase()}`,
    })),
  ]
  return inTurn(pages, PAGES_AT_ONCE, async ({ place, address }) => {
    const page = await readPage(`${services.origin}${address}`)
    const html = await page.text()
    // A page that fails tells nothing: it counts as one that has not followed.
    const hasFollowed = page.status < 500 && !pageBears(html, numbers)
    return { place, address, hasFollowed }
  })
}

function readFromOutside(address: string): Promise<Response> {
  return fetch(address)
}

async function screensOf(
  { screens }: DeskRooms,
  places: readonly ReachedPlace[],
  numbers: readonly SoughtNumber[],
): Promise<FollowedAnswer['screens']> {
  const asked = new Set(screens.places())
  const known = places.filter(({ slug }) => asked.has(slug))
  return inTurn(known, 1, async ({ slug, name }) => {
    const release = await screens.current(slug)
    const hasRelease = release !== undefined && !releaseBears(release.payload, numbers)
    const shown = screens.shown(slug)
    const followed = hasRelease ? shown.filter((counter) => counter === release.counter).length : 0
    return { place: name, connected: shown.length, followed, hasRelease }
  })
}

/** A piece with what it bears; undefined where it bears nothing of it. */
function pieceOf(
  piece: Hanging,
  fact: { id: string; stored: StoredVersion | undefined; numbers: readonly SoughtNumber[] },
): FollowedAnswer['pieces'][number] | undefined {
  const bears = bornOn(piece, fact)
  if (bears.length === 0) return undefined
  const { id, code, spot, copies, state } = piece
  return {
    id,
    ...(code !== undefined && { code }),
    place: piece.place?.name ?? '',
    ...(spot !== undefined && { spot }),
    copies,
    state,
    bears,
    isKnown: isKnown(piece),
  }
}

function isKnown({ numbers, printedFacts }: Hanging): boolean {
  return numbers !== undefined || printedFacts !== undefined
}

function bornOn(
  { numbers: legacy, printedFacts, printedOn }: Hanging,
  {
    id,
    stored,
    numbers,
  }: { id: string; stored: StoredVersion | undefined; numbers: readonly SoughtNumber[] },
): string[] {
  const dials = (found: readonly SoughtNumber[]) => found.map(({ dial }) => dial)
  if (legacy !== undefined) return dials(borneBy(legacy, numbers))
  if (printedFacts !== undefined) {
    const own = printedFacts.filter(({ document }) => document === id).map(({ value }) => value)
    const values = printedFacts.map(({ value }) => value)
    return [...new Set([...own, ...dials(borneBy(values, numbers))])]
  }
  // What was printed was not noted: it may bear what its place had then.
  const withdrawnOn = stored?.withdrawal?.withdrawnAt.slice(0, 10)
  const isNewer = withdrawnOn !== undefined && printedOn !== undefined && printedOn > withdrawnOn
  return isNewer ? [] : dials(numbers)
}
