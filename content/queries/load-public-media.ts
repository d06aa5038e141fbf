import type { SanityClient } from '@sanity/client'
import { z } from 'zod'
import type { PublicRecording } from '#content/model/facts.ts'
import { mediaName, type PublicMedia } from '#content/model/media.ts'
import { layersOf } from './layers-of.ts'
import { HELPLINE, MESSAGE, PLACE, SERVICE } from './projections.ts'
import { readHelplines, readServices } from './read-help.ts'
import { type Report, readEach, warn } from './read-result.ts'
import { storedMessage, storedPlace } from './stored-words.ts'

const recorded = (type: string) => `*[_type == "${type}" && count(audio) > 0]`

const MEDIA_QUERY = `{
  "helplines": ${recorded('helpline')}${HELPLINE},
  "services": ${recorded('service')}${SERVICE},
  "places": ${recorded('place')}${PLACE},
  "messages": ${recorded('message')}${MESSAGE}
}`

const documents = z.array(z.unknown())
const answer = z.object({
  helplines: documents,
  services: documents,
  places: documents,
  messages: documents,
})

const file = z.object({ id: z.string() }).nullish()
const files = z.object({
  recordings: z.array(z.object({ file, otherFile: file })).nullish(),
})

/** A file that anybody may load now, and the id of its asset, which nobody is told. */
export type OpenMedia = PublicMedia & { assetId: string }

/**
 * All recordings that may be loaded now, by their public name: those of words that pages may show, by the very rules of
 * the pages. One whose words, facts or document were withdrawn is not among them.
 */
export async function loadPublicMedia(
  client: SanityClient,
  report: Report = warn,
): Promise<ReadonlyMap<string, OpenMedia>> {
  const found = answer.parse(await client.fetch<unknown>(MEDIA_QUERY, {}, layersOf(client)))
  const shown: { recordings?: PublicRecording[] }[] = [
    ...readHelplines(found.helplines, report).filter(({ withdrawn }) => !withdrawn),
    ...readServices(found.services, report).filter(({ withdrawn }) => !withdrawn),
    ...readEach(storedPlace, found.places, report),
    ...readEach(storedMessage, found.messages, report),
  ]
  const assets = new Map(
    Object.values(found)
      .flat()
      .flatMap(assetsIn)
      .map((id) => [mediaName(id), id]),
  )
  const media = shown.flatMap(({ recordings = [] }) => recordings.flatMap((one) => one.files))
  return new Map(
    media.flatMap((one) => {
      const assetId = assets.get(one.name)
      return assetId === undefined ? [] : [[one.name, { ...one, assetId }]]
    }),
  )
}

function assetsIn(document: unknown): string[] {
  const { recordings } = files.safeParse(document).data ?? {}
  return (recordings ?? []).flatMap((one) =>
    [one.file, one.otherFile].flatMap((it) => it?.id ?? []),
  )
}
