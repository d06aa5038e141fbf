import { randomInt } from 'node:crypto'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Logger, pino } from 'pino'
import { mailSender } from '#content/access/mail.ts'
import { laplace } from '#content/counts/laplace.ts'
import { openCounts } from '#content/counts/open-counts.ts'
import { Bug } from '#content/model/errors.ts'
import { countLiveCodes } from '#content/queries/count-live-codes.ts'
import { findCode } from '#content/queries/find-code.ts'
import { findExamples } from '#content/queries/find-examples.ts'
import { loadHangingCodes } from '#content/queries/load-hanging-codes.ts'
import { loadLanguages } from '#content/queries/load-languages.ts'
import { loadPlaceFacts } from '#content/queries/load-place-facts.ts'
import { loadPublicMedia } from '#content/queries/load-public-media.ts'
import { start as startKiosk } from '../kiosk/service.ts'
import { start as startStudio } from '../studio/service.ts'
import { startAccounts } from './accounts/start.ts'
import { openDesk } from './desk/open-desk.ts'
import { ensureBuilt } from './lib/build.ts'
import { compose } from './lib/compose.ts'
import { openContent, seedWhereEmpty } from './lib/content.ts'
import { openDataFolder } from './lib/data-folder.ts'
import { explain } from './lib/explain.ts'
import { createFront } from './lib/front.ts'
import { logOptions } from './lib/log-options.ts'
import { openScans } from './lib/open-scans.ts'
import { peerChecker } from './lib/peers.ts'
import { keepPrintedOrigin } from './lib/printed-origin.ts'
import { reachContent } from './lib/reach-content.ts'
import { createRoutes } from './lib/routes.ts'
import { provideServices } from './lib/services.ts'
import { readSettings, type Settings } from './lib/settings.ts'
import { openSocket } from './lib/socket.ts'
import { createUpgrades } from './lib/upgrades.ts'
import { fileOpener } from './media/open-file.ts'
import { createMediaRoutes } from './media/routes.ts'
import { createShelf } from './media/shelf.ts'
import { createPreviewRoutes } from './preview/routes.ts'
import { createPreviewTokens } from './preview/tokens.ts'
import { createReviewRoutes } from './review/routes.ts'

/**
 * A process that serves. `url` is where this machine reaches it, without a slash at the end;
 * `firstLink` makes the first administrator's account, and is there until somebody is one.
 */
export type Running = {
  url: string
  firstLink?: string
  /** What is there to open; nothing while nothing is public. */
  examples: { place?: string; code?: string }
  stop: () => Promise<void>
}

/** What all rooms are opened with. `url` is this machine's own address; `say` tells a person how far it is. */
export type Opening = {
  settings: Settings
  url: string
  log: Logger
  now: () => number
  say: (line: string) => void
  /** A page of this process as its readers get it, by its whole address; else it is asked over the network. */
  readPage?: (address: string) => Promise<Response>
  /** Lets the public origin change while printed codes lead to another one. */
  isForced?: boolean
}
/** Opens the rooms, behind whichever door. */
export type OpenRooms = typeof openRooms

const ROOT = path.resolve(import.meta.dirname, '..')
const CLIENT_FOLDER = path.join(ROOT, 'dist/client')
const GRACE_MS = 1_500

/** Starts everything on one port: builds what is not built, opens the content, serves. */
export async function startServer(options: {
  settings: Settings
  /** Epoch ms. */
  now?: () => number
  say?: (line: string) => void
  isForced?: boolean
}): Promise<Running> {
  const { settings, now = Date.now, say = () => {}, isForced = false } = options
  const log = pino(logOptions(settings))
  const socket = await openSocket(settings)
  let closeRooms = async () => {}
  try {
    await ensureBuilt(ROOT, say)
    const { url } = socket
    // The desk reads pages that can only be served once all rooms are open, the desk among them.
    const pages = Promise.withResolvers<ReturnType<typeof createRoutes>>()
    const readPage = async (address: string) => (await pages.promise).request(address)
    const opening = { settings, url, log, now, say, isForced, readPage }
    const rooms = await openRooms(opening)
    closeRooms = rooms.stop
    const { services, lake, accounts, desk, review, previews, media, screens } = rooms
    const render = await loadPages()
    const studio = startStudio({ clientFolder: CLIENT_FOLDER, origin: services.origin })
    const routes = createRoutes({
      services,
      lake,
      accounts: accounts?.fetch,
      desk,
      review,
      previews,
      media,
      screens,
      studio: studio.fetch,
      render,
      clientFolder: CLIENT_FOLDER,
    })
    pages.resolve(routes)
    const { trustedProxies } = settings
    const mayAsk = trustedProxies.length > 0 ? peerChecker(trustedProxies) : () => true
    socket.serve(
      createFront({
        services,
        fetch: (request, peer) => routes.fetch(request, { peer }),
        trustedProxies,
        isHttps: services.origin.startsWith('https:'),
        mayAsk,
      }),
      createUpgrades({ lake, mayAsk }),
    )
    const first = accounts?.firstLink
    return {
      url,
      ...(first && { firstLink: first }),
      examples: rooms.examples,
      stop: async () => void (await Promise.all([socket.close(GRACE_MS), rooms.stop()])),
    }
  } catch (cause) {
    await Promise.all([socket.close(0), closeRooms()])
    throw cause
  }
}

/** Opens content, pages' services and screens; seeds the demo where that is wanted. */
export async function openRooms(opening: Opening) {
  const { settings, url, log, now, say, isForced = false, readPage } = opening
  const folders = openDataFolder(settings.dataFolder)
  const origin = settings.origin ?? url
  // What was opened last is closed first, also where something fails on the way.
  const closers: (() => void | Promise<void>)[] = []
  const stop = async () => {
    for (const close of closers.splice(0).toReversed()) await close()
  }
  try {
    const content = await openContent({ settings, origin, log, now })
    closers.push(content.stop)
    const { client, clientFor, draftClient, lake, accounts: store } = content
    await reachContent(client, settings)
    await seedWhereEmpty(client, settings, now(), say)
    await keepPrintedOrigin({
      dataFolder: settings.dataFolder,
      origin: settings.origin,
      isForced,
      countLiveCodes: () => countLiveCodes(client),
    })
    const isPrintable = settings.origin !== undefined
    const { scanEpsilon } = settings
    const counts = openCounts({
      dataFolder: folders.folder,
      now,
      report: (err) => log.error({ err }, 'Scans could not be kept yet'),
      noise: scanEpsilon === undefined ? undefined : () => laplace(scanEpsilon, randomFraction),
    })
    closers.push(counts.stop)
    const { add: countScan } = counts
    const { embedOrigins, robots } = settings
    // Whoever has not said where the public reaches us yet is still trying things out.
    const isFindable = robots === 'index' || (robots === undefined && isPrintable)
    const composition = await compose({
      ...{ client, origin, isPrintable, embedOrigins, isFindable },
      ...{ log, countScan, fetchPicture: lake?.fetch, now },
    })
    closers.push(composition.stop)
    const { services, loadStrings, onChange } = composition
    provideServices(services)
    const kiosk = await startKiosk({
      loadPlaceFacts: (slug, moment) => loadPlaceFacts(client, { slug }, moment),
      loadLanguages: () => loadLanguages(client),
      findCode: (place) => findCode(client, place),
      onChange,
      loadStrings,
      origin,
      isSample: services.isDemo(),
      secretsFolder: folders.secrets,
      stateFolder: folders.folder,
      shellFolder: CLIENT_FOLDER,
      now,
      log,
    })
    closers.push(kiosk.stop)
    const scans = await openScans({
      counts,
      loadHanging: () => loadHangingCodes(client),
      isNoisy: scanEpsilon !== undefined,
      report: (err) => log.error({ err }, 'A week of scans could not be closed yet'),
    })
    closers.push(scans.stop)
    const accounts =
      store && (await startAccounts({ accounts: store, services, client, settings, log }))
    const drafts = store &&
      draftClient && {
        accounts: store,
        client,
        draftClient,
        services,
        loadStrings,
        screen: kiosk.preview,
        tokens: createPreviewTokens(now),
        log,
        now,
      }
    const desk =
      store &&
      clientFor &&
      drafts &&
      (await openDesk({
        previews: drafts,
        accounts: store,
        client,
        clientFor,
        documents: () => lake?.documents() ?? [],
        services,
        screens: kiosk.screens,
        scans,
        ...(readPage && { readPage }),
        sendMail: settings.mail && mailSender(settings.mail),
        log,
        now,
      }))
    const review =
      store &&
      lake &&
      (await createReviewRoutes({
        links: store.reviewLinks,
        mayEnter: store.members.mayEnter,
        client,
        lake,
        services,
        log,
        now,
      }))
    const previews = drafts && createPreviewRoutes(drafts)
    const media = createMediaRoutes({
      shelf: createShelf(() => loadPublicMedia(client), onChange),
      openFile: fileOpener(lake, settings.sanity),
    })
    const examples = await findExamples(client)
    const screens = kiosk.fetch
    return { services, lake, accounts, desk, review, previews, media, screens, examples, stop }
  } catch (cause) {
    await stop()
    throw cause
  }
}

// Noise that somebody could guess hides nothing.
function randomFraction(): number {
  const most = 2 ** 47
  return randomInt(most) / most
}

async function loadPages(): Promise<(request: Request) => Promise<Response>> {
  const entry = pathToFileURL(path.join(ROOT, 'dist/server/entry.mjs')).href
  const { render } = await import(entry)
  if (typeof render !== 'function') throw new Bug('the built pages have no function to render')
  return (request) => render(request)
}

async function main(): Promise<void> {
  const say = (line: string) => process.stdout.write(`${line}\n`)
  const settings = readSettings(process.env, process.cwd())
  const isForced = process.argv.includes('--force')
  const { url, firstLink, examples, stop } = await startServer({ settings, say, isForced })
  const end = () => {
    // A second signal means now.
    process.once('SIGINT', () => process.exit(1)).once('SIGTERM', () => process.exit(1))
    void stop()
  }
  process.once('SIGINT', end).once('SIGTERM', end)
  say(`Waymark is at ${url}`)
  const { place, code } = examples
  if (place !== undefined) say(`  a help page   ${url}/en/${place}`)
  if (code !== undefined) say(`  a poster      ${url}/posters/${code}`)
  if (place !== undefined) say(`  a screen      ${url}/screen/${place}`)
  say(`  the Studio    ${url}/studio`)
  if (firstLink) say(`  Make the first administrator's account (once, within a day): ${firstLink}`)
}

if (import.meta.main) {
  await main().catch((error: unknown) => {
    process.stderr.write(`Waymark cannot start. ${explain(error)}\n`)
    process.exitCode = 1
  })
}
