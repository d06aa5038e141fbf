import type { SanityClient } from '@sanity/client'
import { z } from 'zod'
import { publicPlacement, publicText } from '#content/model/facts.ts'
import { day, placeSlug } from '#content/model/ids.ts'
import { languageTag } from '#content/model/language-tag.ts'
import { placeKind } from '#content/model/place-kinds.ts'
import { layersOf } from './layers-of.ts'
import { type Report, readEach } from './read-result.ts'

/** More places than these nobody looks through. */
const MOST_PLACES = 200

const CAMPAIGNS_QUERY = `*[_type == "campaign" && (
  _id == $id || $id in messages[]._ref || $id in organizations[]._ref
)]{
  "id": _id, "places": coalesce(places[]._ref, []), "kinds": coalesce(placeKinds, []),
  "languages": coalesce(languages, []), "messages": coalesce(messages[]._ref, []), from, to
}`

const PLACES_QUERY = `*[_type == "place" && (
  _id in $places || kind in $kinds || $id in helplines[]._ref || $id in services[]._ref || $lang in languages
)] | order(select(_id == $id => 0, 1), slug.current)[0...${MOST_PLACES}]{
  "id": _id, "slug": slug.current, "name": coalesce(name[]{language, "text": value}, []), languages
}`

const PIECES_QUERY = `*[_type == "placement" && place._ref == $place && state != "gone"]
  | order(select(_id == $id => 0, campaign._ref in $campaigns => 1, 2), code)[0...20]{
  "id": _id, code, piece, "campaign": campaign._ref, "message": message._ref, "place": place._ref
}`

const campaign = z.object({
  id: z.string(),
  places: z.array(z.string()),
  kinds: z.array(placeKind),
  languages: z.array(languageTag),
  messages: z.array(z.string()),
  from: day.optional(),
  to: day.optional(),
})
export type SceneCampaign = z.infer<typeof campaign>

const place = z.object({
  id: z.string(),
  slug: placeSlug,
  name: publicText,
  languages: z.array(languageTag),
})
export type ScenePlace = z.infer<typeof place>

const document = z.object({
  _id: z.string(),
  _type: z.string(),
  places: z
    .array(z.object({ _ref: z.string() }))
    .optional()
    .catch(undefined),
  place: z.object({ _ref: z.string() }).optional().catch(undefined),
  tag: z.string().optional().catch(undefined),
  language: z.string().optional().catch(undefined),
})

const OF_A_LANGUAGE = ['language', 'interfaceText']

/** The campaigns that say a document, and the places where it is seen, as far as the documents tell. */
export async function loadScenes(
  client: SanityClient,
  stored: unknown,
  report: Report,
): Promise<{ campaigns: SceneCampaign[]; places: ScenePlace[] }> {
  const { _id: id, _type: type, ...it } = document.parse(stored)
  const found = await client.fetch<unknown[]>(CAMPAIGNS_QUERY, { id }, layersOf(client))
  const campaigns = readEach(campaign, found, report)
  const lang = OF_A_LANGUAGE.includes(type) ? (it.tag ?? it.language ?? null) : null
  const places = await client.fetch<unknown[]>(
    PLACES_QUERY,
    {
      id,
      lang,
      places: [
        ...(type === 'place' ? [id] : []),
        ...(type === 'alert' || type === 'campaign'
          ? (it.places ?? []).map(({ _ref }) => _ref)
          : []),
        ...(it.place ? [it.place._ref] : []),
        ...campaigns.flatMap((one) => one.places),
      ],
      kinds: campaigns.flatMap(({ kinds }) => kinds),
    },
    layersOf(client),
  )
  return { campaigns, places: readEach(place, places, report) }
}

/** A printed piece of a place: the one with this id, else one of these campaigns, else any. */
export async function loadPiece(
  client: SanityClient,
  asked: { id: string; place: string; campaigns: readonly string[] },
  report: Report,
) {
  const found = await client.fetch<unknown[]>(PIECES_QUERY, asked, layersOf(client))
  return readEach(publicPlacement, found, report)[0]
}
