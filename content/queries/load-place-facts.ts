import type { SanityClient } from '@sanity/client'
import { z } from 'zod'
import { standingHelplines } from '#content/help/choose-help.ts'
import { localParts } from '#content/help/zoned-time.ts'
import { type PlaceFacts, publicCampaign, publicGuide } from '#content/model/facts.ts'
import { guidesOf } from './guide-languages.ts'
import { layersOf } from './layers-of.ts'
import { loadReserve } from './load-reserve.ts'
import { onePerId } from './one-per-id.ts'
import { CAMPAIGN, GUIDE, PLACE, SERVICE, withStandbys } from './projections.ts'
import { readHelplines, readServices } from './read-help.ts'
import { type Report, readEach, readResult, warn } from './read-result.ts'
import { resolveHelpline, resolveService } from './resolve-help.ts'
import { storedMessage, storedPlace } from './stored-words.ts'

/** By its slug a place opens only while it is listed; by its id, from a code, always. */
export type PlaceKey = { slug: string } | { id: string }

const PLACE_FACTS_QUERY = `*[_type == "place" && (_id == $id || (slug.current == $slug && listed == true))][0]{
  "place": ${PLACE},
  "helplines": ${withStandbys('helplines[]->')},
  "services": coalesce(services[]->${SERVICE}, []),
  "campaigns": *[_type == "campaign"
    && (^._id in places[]._ref || ^.kind in placeKinds)
    && (!defined(to) || to >= $recently)
  ] | order(from, _id) ${CAMPAIGN},
  "guides": *[_type == "guide" && audience == "person"] | order(slug.current, language) ${GUIDE}
}`

const answer = z.object({
  place: storedPlace,
  helplines: z.array(z.unknown()).default([]),
  services: z.array(z.unknown()).default([]),
  campaigns: z.array(z.unknown()).default([]),
  guides: z.array(z.unknown()).default([]),
})

/** A campaign as the query gives it, its messages whole. */
const storedCampaign = publicCampaign.extend({ messages: z.array(z.unknown()) })

const DAY = 86_400_000

/**
 * All public facts of a place; `undefined` if there is none. Hours are worked out from `now` (epoch ms).
 * Documents that are not in shape are left out and told to `report`; the place itself has to be.
 */
export async function loadPlaceFacts(
  client: SanityClient,
  key: PlaceKey,
  now: number,
  report: Report = warn,
): Promise<PlaceFacts | undefined> {
  const found: unknown = await client.fetch(
    PLACE_FACTS_QUERY,
    // Two days back it is yesterday in every zone of the world.
    { id: null, slug: null, recently: localParts(now - 2 * DAY, 'UTC').day, ...key },
    layersOf(client),
  )
  if (found === null) return undefined
  const { place, ...lists } = readResult(answer, found, `The place ${Object.values(key)[0]}`)
  const campaigns = readEach(storedCampaign, lists.campaigns, report)
  const messages = readEach(
    storedMessage,
    campaigns.flatMap((campaign) => campaign.messages),
    report,
  )
  const own = onePerId(readHelplines(lists.helplines, report)).map((it) =>
    resolveHelpline(it, now, report),
  )
  const isServed = standingHelplines(place.helplines, own).length > 0
  const reserve = isServed ? [] : await loadReserve(client, place.countries, now, report)
  return {
    place: { ...place, helplines: [...place.helplines, ...reserve.map(({ id }) => id)] },
    helplines: onePerId([...own, ...reserve]),
    services: readServices(lists.services, report).map((it) => resolveService(it, now, report)),
    campaigns: campaigns.map((campaign) => ({
      ...campaign,
      messages: campaign.messages.flatMap((it) => messageId.safeParse(it).data?.id ?? []),
    })),
    messages: onePerId(messages),
    guides: guidesOf(lists.guides, report).map((it) => publicGuide.parse(it)),
  }
}

const messageId = z.object({ id: z.string() })
