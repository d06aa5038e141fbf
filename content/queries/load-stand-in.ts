import type { SanityClient } from '@sanity/client'
import { z } from 'zod'
import { type PlaceFacts, publicCampaign } from '#content/model/facts.ts'
import { countryCode, timeZone } from '#content/model/ids.ts'
import { languageTag } from '#content/model/language-tag.ts'
import { placeKind } from '#content/model/place-kinds.ts'
import { layersOf } from './layers-of.ts'
import { loadReserve } from './load-reserve.ts'
import { onePerId } from './one-per-id.ts'
import { CAMPAIGN, helplinesOf, MESSAGE, SERVICE, withStandbys } from './projections.ts'
import { readHelplines, readServices } from './read-help.ts'
import { type Report, readEach } from './read-result.ts'
import { resolveHelpline, resolveService } from './resolve-help.ts'
import { storedMessage } from './stored-words.ts'

/** Slug and id of a place that is nowhere. */
export const STAND_IN = 'stand-in'

const STAND_IN_QUERY = `{
  "helplines": ${withStandbys(helplinesOf('_id == $id'))},
  "services": *[_type == "service" && _id == $id]${SERVICE},
  "messages": *[_type == "message" && _id == $id]${MESSAGE},
  "campaigns": *[_type == "campaign" && _id == $id]${CAMPAIGN}
}`

const lists = z.object({
  helplines: z.array(z.unknown()),
  services: z.array(z.unknown()),
  messages: z.array(z.unknown()),
  campaigns: z.array(z.unknown()),
})
const storedCampaign = publicCampaign.extend({ messages: z.array(z.unknown()) })

const about = z.object({
  countries: z.array(countryCode).min(1).optional().catch(undefined),
  hours: z.object({ zone: timeZone }).optional().catch(undefined),
  placeKinds: z.array(placeKind).optional().catch(undefined),
  languages: z
    .array(z.union([languageTag, z.object({ tag: languageTag }).transform(({ tag }) => tag)]))
    .optional()
    .catch(undefined),
})

/** What a stand-in is made for. `country` where the document names none; `today` is its day, `now` epoch ms. */
type StandIn = {
  id: string
  stored: unknown
  country: string
  languages: readonly string[]
  today: string
  now: number
}

/** A new place for a document that no place shows yet: made from its own facts, with the helplines of its country. */
export async function loadStandIn(
  client: SanityClient,
  { id, stored, country, languages, today, now }: StandIn,
  report: Report,
): Promise<PlaceFacts> {
  const found = lists.parse(await client.fetch(STAND_IN_QUERY, { id }, layersOf(client)))
  const facts = about.parse(stored)
  const countries = facts.countries ?? [country]
  const reserve = await loadReserve(client, countries, now, report)
  const own = readHelplines(found.helplines, report).map((it) => resolveHelpline(it, now, report))
  const services = readServices(found.services, report).map((it) => resolveService(it, now, report))
  const [campaign] = readEach(storedCampaign, found.campaigns, report)
  const messages = readEach(
    storedMessage,
    [...found.messages, ...(campaign?.messages ?? [])],
    report,
  )
  const helplines = onePerId([...own, ...reserve])
  return {
    place: {
      id: STAND_IN,
      kind: facts.placeKinds?.[0] ?? 'train-station',
      slug: STAND_IN,
      name: [],
      town: [],
      countries,
      zone: facts.hours?.zone ?? reserve[0]?.hours.zone ?? 'UTC',
      languages: atLeastOne([...(facts.languages ?? []), ...languages]),
      nearestDesk: [],
      directions: [],
      privacy: 'public-hall',
      listed: true,
      helplines: helplines
        .map((it) => it.id)
        .filter((it) => it === id || !own.some((one) => one.id === it)),
      services: services.map((it) => it.id),
    },
    helplines,
    services,
    campaigns: [
      {
        id: STAND_IN,
        organizations: campaign?.organizations ?? [],
        messages: messages.map((it) => it.id),
        languages: campaign?.languages ?? [],
        from: today,
      },
    ],
    messages: onePerId(messages),
    guides: [],
  }
}

function atLeastOne(tags: readonly string[]): string[] {
  return tags.length > 0 ? [...new Set(tags)] : ['en']
}
