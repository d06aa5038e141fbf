import type { SanityClient } from '@sanity/client'
import { z } from 'zod'
import { localParts, startOfDay } from '#content/help/zoned-time.ts'
import type { LakeDocument } from '#content/lake/document.ts'
import { createSpeaker, type Speaker, type Strings } from '#content/locales/speaker.ts'
import type { PreviewScene } from '#content/model/desk.ts'
import type { PlaceFacts } from '#content/model/facts.ts'
import type { Language } from '#content/model/languages.ts'
import { layersOf } from '#content/queries/layers-of.ts'
import { loadLanguages } from '#content/queries/load-languages.ts'
import { loadPlaceFacts } from '#content/queries/load-place-facts.ts'
import { loadScenes, type SceneCampaign, type ScenePlace } from '#content/queries/load-scenes.ts'
import { loadStandIn } from '#content/queries/load-stand-in.ts'
import type { Report } from '#content/queries/read-result.ts'
import type { Look, PreviewRooms } from './context.ts'

/** Everything that one look at a draft is drawn from. */
export type Scene = {
  id: string
  type: string
  /** As if it were let out; lacks nothing but what its author has not written. */
  stored: unknown
  client: SanityClient
  /** Epoch ms. */
  now: number
  languages: readonly Language[]
  strings: Strings
  speak: Speaker
  places: ScenePlace[]
  campaigns: SceneCampaign[]
  /** In which language of the table. */
  lang: string
  /** Why something is not as it will be, in words for staff. */
  notes: string[]
  report: Report
}

const EVERYTHING: PreviewScene[] = ['page', 'poster', 'screen']
const SHOWN: Readonly<Record<string, PreviewScene[]>> = {
  place: EVERYTHING,
  helpline: EVERYTHING,
  service: EVERYTHING,
  message: EVERYTHING,
  campaign: EVERYTHING,
  organization: EVERYTHING,
  placement: EVERYTHING,
  language: EVERYTHING,
  interfaceText: EVERYTHING,
  guide: ['page'],
}

/** What can be looked at of documents of a type. */
export function scenesOf(type: string): PreviewScene[] {
  return SHOWN[type] ?? []
}

/** Sets the scene for a document, `raw` as somebody may see it. */
export async function openScene(
  rooms: PreviewRooms,
  raw: LakeDocument,
  id: string,
  look: Look,
): Promise<Scene> {
  const client = rooms.draftClient(id)
  const notes: string[] = []
  const report: Report = ({ message }) => notes.push(message)
  const stored: unknown = await client.fetch('*[_id == $id][0]', { id }, layersOf(client))
  const [{ places, campaigns }, languages] = await Promise.all([
    loadScenes(client, stored ?? raw, report),
    loadLanguages(client, report),
  ])
  const strings = withDraftWords(await rooms.loadStrings(), stored)
  const wanted = [look.lang, ...ownLanguages(stored), places[0]?.languages[0], 'en']
  const lang = wanted.find((tag) => languages.some((row) => row.tag === tag)) ?? 'en'
  const scene = { id, type: raw._type, stored: stored ?? raw, client, languages, strings, lang }
  const speak = createSpeaker({ strings, languages })
  const now = look.at ?? firstDay(raw._type, campaigns, rooms.now(), notes)
  return { ...scene, speak, now, places, campaigns, notes, report }
}

/** The facts of the place that was asked for, else of the first that shows the document, else of a stand-in. */
export async function sceneFacts(
  rooms: PreviewRooms,
  scene: Scene,
  place: string | undefined,
): Promise<{ facts: PlaceFacts; isStandIn: boolean }> {
  const { client, id, now, places, report } = scene
  const chosen = places.find((one) => one.id === place) ?? places[0]
  const found = chosen && (await loadPlaceFacts(client, { id: chosen.id }, now, report))
  if (found) return { facts: found, isStandIn: false }
  const { stored, lang, campaigns } = scene
  const [country = 'IT'] = rooms.services.countries()
  const today = localParts(now, 'UTC').day
  const languages = [...new Set([...campaigns.flatMap((one) => one.languages), lang])]
  const facts = await loadStandIn(client, { id, stored, country, languages, today, now }, report)
  return { facts, isStandIn: true }
}

/** The message that a draft is about: itself, or the first of the campaign. */
export function messageOf({ id, type, campaigns }: Scene): string | undefined {
  if (type === 'message') return id
  return type === 'campaign' ? campaigns.find((one) => one.id === id)?.messages[0] : undefined
}

/** Languages that a document itself names, in its order. */
export function ownLanguages(stored: unknown): string[] {
  const { data } = named.safeParse(stored)
  const list = [data?.tag, data?.language, ...(data?.languages ?? [])]
  return list.filter((tag) => tag !== undefined)
}

const named = z.object({
  tag: z.string().optional().catch(undefined),
  language: z.string().optional().catch(undefined),
  languages: z
    .array(z.union([z.string(), z.object({ tag: z.string() }).transform(({ tag }) => tag)]))
    .optional()
    .catch(undefined),
})

const words = z.object({
  _type: z.literal('interfaceText'),
  language: z.string(),
  strings: z.array(
    z
      .object({ key: z.string(), value: z.object({ approved: z.object({ text: z.string() }) }) })
      .nullable()
      .catch(null),
  ),
})

function withDraftWords(strings: Strings, stored: unknown): Strings {
  const { data } = words.safeParse(stored)
  if (data === undefined) return strings
  const own = data.strings.flatMap((one) => (one ? [[one.key, one.value.approved.text]] : []))
  return { ...strings, [data.language]: { ...strings[data.language], ...Object.fromEntries(own) } }
}

// What nobody sees before its campaign begins is shown as on the first day.
function firstDay(
  type: string,
  campaigns: readonly SceneCampaign[],
  now: number,
  notes: string[],
): number {
  if (type !== 'campaign' && type !== 'message') return now
  const today = localParts(now, 'UTC').day
  const starts = campaigns.flatMap(({ from }) => from ?? []).toSorted()
  const [first] = starts
  if (first === undefined || first <= today) return now
  notes.push(`Its campaign begins on ${first}: this is how it will look then.`)
  return startOfDay(first, 'UTC') + DAY_MS / 2
}

const DAY_MS = 86_400_000
