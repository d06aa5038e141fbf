import { LRUCache } from 'lru-cache'
import type { PlaceFacts } from '#content/model/facts.ts'
import { findCode } from '#content/queries/find-code.ts'
import type { PreviewRooms } from './context.ts'
import { PREVIEW_HEADERS } from './headers.ts'
import { DRAFT_CODE } from './poster.ts'
import { messageOf, type Scene, sceneFacts } from './scene.ts'

const MOST_BYTES = 48 * 1024 * 1024

/** Keeps for a while what drafts' releases name, each document's apart. */
export type Shelf = LRUCache<string, { type: string; bytes: Uint8Array<ArrayBuffer> }>

/** Makes the shelf; what has not been asked for longest goes first. */
export function createShelf(): Shelf {
  return new LRUCache({ maxSize: MOST_BYTES, sizeCalculation: ({ bytes }) => bytes.byteLength + 1 })
}

/** The release that a draft would make, unsigned, beginning with the language and message that are looked at. */
export async function previewRelease(
  rooms: PreviewRooms,
  scene: Scene,
  { place, shelf }: { place: string | undefined; shelf: Shelf },
): Promise<Response> {
  const { client, id, languages, strings, now } = scene
  const { facts, isStandIn } = await sceneFacts(rooms, scene, place)
  const code = isStandIn ? DRAFT_CODE : await findCode(client, facts.place.id)
  const { payload, blobs } = await rooms.screen.release({
    facts: beginningWith(facts, scene.lang, messageOf(scene)),
    languages,
    strings,
    code,
    now,
  })
  for (const { sha256, ...blob } of blobs) shelf.set(`${id}/${sha256}`, blob)
  return new Response(payload, {
    headers: { ...PREVIEW_HEADERS, 'Content-Type': 'application/json' },
  })
}

/** Bytes that a draft's release names. */
export function previewBlob(shelf: Shelf, id: string, sha256: string): Response | undefined {
  const blob = shelf.get(`${id}/${sha256}`)
  return (
    blob && new Response(blob.bytes, { headers: { ...PREVIEW_HEADERS, 'Content-Type': blob.type } })
  )
}

function beginningWith(facts: PlaceFacts, lang: string, message: string | undefined): PlaceFacts {
  const first = <Item>(items: readonly Item[], isFirst: (item: Item) => boolean) =>
    items.toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a)))
  const isIt = (one: string) => one === message
  return {
    ...facts,
    place: { ...facts.place, languages: [...new Set([lang, ...facts.place.languages])] },
    campaigns: first(
      facts.campaigns.map((one) => ({ ...one, messages: first(one.messages, isIt) })),
      (one) => one.messages.some(isIt),
    ),
  }
}
