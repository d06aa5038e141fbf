import { placeSlug } from '#content/model/ids.ts'
import { openCounters } from './service/counters.ts'
import type { KioskDeps } from './service/deps.ts'
import { createPlaylist, type Playlist } from './service/playlist.ts'
import { createPublisher } from './service/publisher.ts'
import { createPush, type Push } from './service/push.ts'
import { shellResponse } from './service/shell.ts'
import { openSigningKey } from './service/signing-key.ts'

/** What answers the addresses under `/screen`. */
export type KioskService = {
  /** `undefined` where the address is not ours or the place is not known: the site then answers. */
  fetch: (request: Request) => Promise<Response | undefined>
  stop: () => void
}

const MOST_SCREENS = 1_000

/** Starts the kiosk's service: signs releases, pushes them, serves them and the shell. Keeps no log of touches. */
export async function start(deps: KioskDeps): Promise<KioskService> {
  const [key, counters] = await Promise.all([
    openSigningKey(deps.secretsFolder),
    openCounters(deps.stateFolder),
  ])
  const push = createPush({ mostScreens: deps.mostScreens ?? MOST_SCREENS })
  const playlist = createPlaylist(
    deps,
    createPublisher(deps, { key, counters }),
    (place, counter) => {
      deps.log.info({ place, counter }, 'A release is signed')
      push.send(place, counter)
    },
  )
  return {
    fetch: (request) => answer(request, { shellFolder: deps.shellFolder, playlist, push }),
    stop: () => {
      playlist.stop()
      push.stop()
    },
  }
}

type Parts = { shellFolder: string; playlist: Playlist; push: Push }

async function answer(request: Request, parts: Parts): Promise<Response | undefined> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return undefined
  const [root, first, second, ...more] = new URL(request.url).pathname.slice(1).split('/')
  if (root !== 'screen' || more.length > 0) return undefined
  if (first === undefined || first === '') return shellResponse(parts.shellFolder, 'page')
  if (first === 'sw.js' && second === undefined) return shellResponse(parts.shellFolder, 'worker')
  if (first === 'blobs') return blobResponse(second, parts.playlist)
  const place = placeSlug.safeParse(
    first === 'releases' ? second?.replace(/\.json$/, '') : (second ?? first),
  )
  if (!place.success) return undefined
  if (first === 'releases') return releaseResponse(request, place.data, parts.playlist)
  if (first === 'events') return eventsResponse(place.data, parts)
  if (second !== undefined) return undefined
  const isKnown = (await parts.playlist.current(place.data)) !== undefined
  return isKnown ? shellResponse(parts.shellFolder, 'page') : undefined
}

function blobResponse(sha256: string | undefined, playlist: Playlist): Response {
  const blob = playlist.blob(sha256 ?? '')
  if (blob === undefined) return new Response(null, { status: 404 })
  return new Response(blob.bytes, {
    headers: {
      'Content-Type': blob.type,
      'Cache-Control': 'public, max-age=31536000, immutable',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

async function releaseResponse(
  request: Request,
  place: string,
  playlist: Playlist,
): Promise<Response> {
  const published = await playlist.current(place)
  if (published === undefined) return new Response(null, { status: 404 })
  const headers = { ETag: `"${published.counter}"`, 'Cache-Control': 'no-cache' }
  if (request.headers.get('If-None-Match')?.includes(headers.ETag) === true) {
    return new Response(null, { status: 304, headers })
  }
  return new Response(published.envelope, {
    headers: { ...headers, 'Content-Type': 'application/json' },
  })
}

async function eventsResponse(place: string, { playlist, push }: Parts): Promise<Response> {
  const published = await playlist.current(place)
  return published === undefined
    ? new Response(null, { status: 404 })
    : push.open(place, published.counter)
}
