import type { SanityClient } from '@sanity/client'
import { z } from 'zod'
import { day } from '#content/model/ids.ts'
import { type Report, readEach, warn } from './read-result.ts'

const storedPlace = z.object({
  id: z.string(),
  slug: z.string(),
  kind: z.string(),
  name: z.string(),
  countries: z.array(z.string()),
  languages: z.array(z.string()),
  listed: z.boolean(),
})
const placement = z.object({
  place: z.string(),
  campaign: z.string(),
  code: z.string(),
  copies: z.number(),
  state: z.string(),
})
const campaign = z.object({
  id: z.string(),
  from: day,
  to: day.optional(),
  places: z.array(z.string()),
  kinds: z.array(z.string()),
})

/** A place with what hangs there and what was said to run there. `name` is English where it has one. */
export type ReachedPlace = z.infer<typeof storedPlace> & {
  /** Of its first piece; it opens the place where that is not listed. */
  code: string | undefined
  campaigns: { id: string; from: string; to?: string | undefined }[]
  /** Pieces that hang. */
  hanging: { copies: number; campaign: string }[]
}

const PLACE = `{
  "id": _id, "slug": slug.current, kind,
  "name": coalesce(name[language == "en"][0].value, name[0].value, slug.current),
  countries, languages, "listed": listed == true
} | order(name)`

const THERE_QUERY = `{
  "placements": *[_type == "placement" && place._ref in $places && state != "gone"] | order(code)
    {"place": place._ref, "campaign": campaign._ref, code, copies, state},
  "campaigns": *[_type == "campaign"]
    {"id": _id, from, to, "places": coalesce(places[]._ref, []), "kinds": coalesce(placeKinds, [])}
}`
const thereAnswer = z.object({ placements: z.array(z.unknown()), campaigns: z.array(z.unknown()) })

const HANGS = ['up', 'checked', 'damaged']

/** What of a document says where it is seen. */
const document = z.object({
  type: z.string(),
  /** Two letters of a country, six of a placement. */
  code: z.string().optional(),
  /** Ids of the campaigns that bear it, where it is a message or an organisation. */
  campaigns: z.array(z.string()),
  places: z.array(z.string()),
  kinds: z.array(z.string()),
})

const DOCUMENT_QUERY = `*[_id in [$id, "drafts." + $id]] | order(_id desc)[0]{
  "type": _type, code,
  "campaigns": *[_type == "campaign" && !(_id in path("drafts.**")) && !(_id in path("versions.**"))
    && references($id)]._id,
  "places": [...coalesce(places[]._ref, []), ...select(defined(place._ref) => [place._ref], [])],
  "kinds": coalesce(placeKinds, [])
}`

const STANDBYS_QUERY = `*[_type == "helpline" && defined(standby)]
  {"id": _id, "standby": standby._ref, "isWithdrawn": defined(withdrawal)}`

const standbys = z.array(
  z.object({ id: z.string(), standby: z.string(), isWithdrawn: z.boolean() }),
)

/**
 * A fact and the helplines that it stands in for, directly or through another, by their ids. With `onlyNow` only
 * those that are withdrawn: the fact is seen at their places already.
 */
export async function loadStoodFor(
  client: SanityClient,
  id: string,
  { onlyNow }: { onlyNow: boolean },
): Promise<string[]> {
  const found: unknown = await client.fetch(STANDBYS_QUERY, {}, { perspective: 'published' })
  const all = standbys.parse(found).filter(({ isWithdrawn }) => isWithdrawn || !onlyNow)
  const ids = new Set([id])
  // A set grows while it is gone through, and each id is met once.
  for (const one of ids) for (const line of all) if (line.standby === one) ids.add(line.id)
  return [...ids]
}

/** Places that list one of these helplines or services, unlisted places too. */
export function loadPlacesListing(
  client: SanityClient,
  ids: readonly string[],
  report: Report = warn,
): Promise<ReachedPlace[]> {
  const filter =
    'count((helplines[]._ref)[@ in $ids]) > 0 || count((services[]._ref)[@ in $ids]) > 0'
  return loadPlaces(client, { filter, params: { ids } }, report)
}

/**
 * Places where a document of any type is seen on `today` (UTC), and of which campaign the pieces are that bear it:
 * undefined where every piece there does. Undefined as a whole where there is no such document.
 */
export async function loadReach(
  client: SanityClient,
  { id, today, report = warn }: { id: string; today: string; report?: Report },
): Promise<{ places: ReachedPlace[]; campaigns: string[] | undefined } | undefined> {
  const found: unknown = await client.fetch(DOCUMENT_QUERY, { id }, { perspective: 'raw' })
  const [it] = readEach(document, [found], report)
  if (it === undefined) return undefined
  switch (it.type) {
    case 'helpline':
    case 'service': {
      const ids = await loadStoodFor(client, id, { onlyNow: false })
      return { places: await loadPlacesListing(client, ids, report), campaigns: undefined }
    }
    case 'place':
      return { places: await loadPlaces(client, byIds([id]), report), campaigns: undefined }
    case 'campaign':
      return runningAt([id])
    case 'message':
      return runningAt(it.campaigns)
    case 'organization': {
      const own = await loadPlaces(
        client,
        {
          filter: `operator._ref == $id
            || count((helplines[]->organization._ref)[@ == $id]) > 0
            || count((services[]->organization._ref)[@ == $id]) > 0`,
          params: { id },
        },
        report,
      )
      const running = await runningAt(it.campaigns)
      const places = new Map([...own, ...running.places].map((place) => [place.id, place]))
      return { places: [...places.values()], campaigns: undefined }
    }
    case 'country': {
      const params = { code: it.code ?? null }
      const there = await loadPlaces(client, { filter: '$code in countries', params }, report)
      return { places: there, campaigns: undefined }
    }
    case 'placement':
    case 'legacyPiece':
      return { places: await loadPlaces(client, byIds(it.places), report), campaigns: undefined }
    default:
      // Guides, languages, indicators, laws, alerts and words: pages of every place may show them.
      return {
        places: await loadPlaces(client, { filter: 'true', params: {} }, report),
        campaigns: undefined,
      }
  }

  async function runningAt(campaigns: string[]) {
    const all = await loadPlaces(client, { filter: 'true', params: {} }, report)
    const isRunning = (place: ReachedPlace) =>
      place.campaigns.some(
        (one) =>
          campaigns.includes(one.id) &&
          one.from <= today &&
          (one.to === undefined || today <= one.to),
      )
    return { places: all.filter(isRunning), campaigns }
  }
}

function byIds(ids: readonly string[]) {
  return { filter: '_id in $ids', params: { ids } }
}

async function loadPlaces(
  client: SanityClient,
  { filter, params }: { filter: string; params: Record<string, unknown> },
  report: Report,
): Promise<ReachedPlace[]> {
  const published = { perspective: 'published' } as const
  const query = `*[_type == "place" && (${filter})]${PLACE}`
  const places = readEach(
    storedPlace,
    await client.fetch<unknown[]>(query, params, published),
    report,
  )
  const there = thereAnswer.parse(
    await client.fetch(THERE_QUERY, { places: places.map(({ id }) => id) }, published),
  )
  const placements = Map.groupBy(readEach(placement, there.placements, report), (it) => it.place)
  const campaigns = readEach(campaign, there.campaigns, report)
  return places.map((place) => {
    const pieces = placements.get(place.id) ?? []
    return {
      ...place,
      code: pieces[0]?.code,
      campaigns: campaigns.filter(
        (one) => one.places.includes(place.id) || one.kinds.includes(place.kind),
      ),
      hanging: pieces.filter(({ state }) => HANGS.includes(state)),
    }
  })
}
