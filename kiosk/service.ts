import { placeSlug } from '#content/model/ids.ts'
import type { ScreenPreview } from '#content/model/screen-preview.ts'
import { type ShownReleases, shownReport } from '#content/model/shown-releases.ts'
import { compressedResponse } from './service/compressed.ts'
import { openCounters } from './service/counters.ts'
import type { KioskDeps } from './service/deps.ts'
import { createPlaylist, type Playlist } from './service/playlist.ts'
import { createScreenPreview } from './service/preview.ts'
import { createPublisher, type Published } from './service/publisher.ts'
import { createPush, EVENT_HEADERS, type Push } from './service/push.ts'
import { shellResponse } from './service/shell.ts'
import { openSigningKey } from './service/signing-key.ts'

/** What answers the addresses under `/screen`. */
export type KioskService = {
  /** `undefined` where the address is not ours or the place is not known: the site then answers. */
  fetch: (request: Request) => Promise<Response | undefined>
  /** What the screens that are connected now show. */
  screens: ShownReleases
  /** Screens that play drafts, for those who may see them. */
  preview: ScreenPreview
  stop: () => void
}

const MOST_SCREENS = 1_000
const MOST_REPORT_BYTES = 256

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
    screens: {
      places: () => playlist.places(),
      shown: (place) => push.shown(place),
      current: async (place) => {
        const published = await knownRelease(place, playlist)
        return (
          published && { counter: published.counter, payload: JSON.stringify(published.release) }
        )
      },
    },
    preview: createScreenPreview(deps),
    stop: () => {
      playlist.stop()
      push.stop()
    },
  }
}

type Parts = { shellFolder: string; playlist: Playlist; push: Push }

async function answer(request: Request, parts: Parts): Promise<Response | undefined> {
  const { shellFolder, playlist, push } = parts
  const { pathname } = new URL(request.url)
  const [, told] = /^\/screen\/events\/([^/]+)$/.exec(pathname) ?? []
  if (request.method === 'POST' && told !== undefined) {
    return reportResponse(request, told, playlist, push)
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return undefined
  if (pathname === '/screen') return shellResponse(request, shellFolder, 'index.html')
  const [, name] = /^\/screen\/(.+)$/.exec(pathname) ?? []
  if (name === undefined) return undefined
  const [folder = '', file = '', ...more] = name.split('/')
  if (more.length > 0) return undefined
  switch (folder) {
    case 'blobs':
      return blobResponse(request, file, playlist)
    case 'releases':
      return releaseResponse(request, file.replace(/\.json$/, ''), playlist)
    case 'events':
      return eventsResponse(request, file, playlist, push)
  }
  if (!placeSlug.safeParse(name).success) return shellResponse(request, shellFolder, name)
  const isKnown = (await playlist.current(name)) !== undefined
  return isKnown ? shellResponse(request, shellFolder, 'index.html') : undefined
}

async function blobResponse(
  request: Request,
  sha256: string,
  playlist: Playlist,
): Promise<Response> {
  const blob = playlist.blob(sha256)
  if (blob === undefined) return new Response(null, { status: 404 })
  return compressedResponse(request, blob.bytes, {
    'Content-Type': blob.type,
    'Cache-Control': 'public, max-age=31536000, immutable',
    'X-Content-Type-Options': 'nosniff',
  })
}

async function releaseResponse(
  request: Request,
  place: string,
  playlist: Playlist,
): Promise<Response> {
  const published = await knownRelease(place, playlist)
  if (published === undefined) return new Response(null, { status: 404 })
  const headers = { ETag: `"${published.counter}"`, 'Cache-Control': 'no-cache' }
  if (request.headers.get('If-None-Match')?.includes(headers.ETag) === true) {
    return new Response(null, { status: 304, headers })
  }
  return compressedResponse(request, published.envelope, {
    ...headers,
    'Content-Type': 'application/json',
  })
}

async function eventsResponse(
  request: Request,
  place: string,
  playlist: Playlist,
  push: Push,
): Promise<Response> {
  const published = await knownRelease(place, playlist)
  if (published === undefined) return new Response(null, { status: 404 })
  // A stream that nobody reads is never cancelled, and would hold a screen's place for good.
  if (request.method === 'HEAD') return new Response(null, { headers: EVENT_HEADERS })
  return push.open(place, published.counter)
}

/** Takes down which release a connected screen shows. Nothing of it outlives the connection, nothing is logged. */
async function reportResponse(
  request: Request,
  place: string,
  playlist: Playlist,
  push: Push,
): Promise<Response> {
  const says = (status: number) => new Response(null, { status })
  const length = request.headers.get('Content-Length')
  if (length === null) return says(411)
  if (Number(length) > MOST_REPORT_BYTES) return says(413)
  const report = shownReport.safeParse(await request.json().catch(() => undefined))
  if (!report.success) return says(400)
  const published = await knownRelease(place, playlist)
  if (published === undefined) return says(404)
  // Nobody has signed such a release: whoever says so is no screen of ours.
  if (report.data.counter > published.counter) return says(400)
  switch (push.report(place, report.data)) {
    case 'taken':
      return says(204)
    case 'unknown':
      return says(404)
    case 'too-many':
      return says(429)
  }
}

async function knownRelease(place: string, playlist: Playlist): Promise<Published | undefined> {
  return placeSlug.safeParse(place).success ? playlist.current(place) : undefined
}
