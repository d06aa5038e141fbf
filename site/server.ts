import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { pino } from 'pino'
import { Bug, Mistake, WorldFailure } from '#content/model/errors.ts'
import { findCode } from '#content/queries/find-code.ts'
import { loadLanguages } from '#content/queries/load-languages.ts'
import { loadPlaceFacts } from '#content/queries/load-place-facts.ts'
import { start as startKiosk } from '../kiosk/service.ts'
import { ensureBuilt } from './lib/build.ts'
import { compose } from './lib/compose.ts'
import { openContent, seedWhereEmpty } from './lib/content.ts'
import { openDataFolder } from './lib/data-folder.ts'
import { createFront } from './lib/front.ts'
import { peerChecker } from './lib/peers.ts'
import { createRoutes } from './lib/routes.ts'
import { provideServices } from './lib/services.ts'
import { readSettings, type Settings } from './lib/settings.ts'
import { openSocket } from './lib/socket.ts'

/** A process that serves. `url` is where this machine reaches it, without a slash at the end. */
export type Running = { url: string; stop: () => Promise<void> }

const ROOT = path.resolve(import.meta.dirname, '..')
const GRACE_MS = 1_500

/** Starts everything on one port: builds what is not built, opens the content, serves. `say` tells a person how far it is. */
export async function startServer(options: {
  settings: Settings
  /** Epoch ms. */
  now?: () => number
  say?: (line: string) => void
}): Promise<Running> {
  const { settings, now = Date.now, say = () => {} } = options
  const log = pino({ level: settings.logLevel, base: null })
  const stops: (() => unknown)[] = []
  const stop = async () => {
    for (const step of stops.splice(0).toReversed()) await step()
  }
  try {
    const socket = await openSocket(settings)
    stops.push(() => socket.close(GRACE_MS))
    const folders = openDataFolder(settings.dataFolder)
    await ensureBuilt(ROOT, say)
    const origin = settings.origin ?? socket.url
    const content = openContent({ settings, origin, log, now })
    stops.unshift(content.stop)
    await seedWhereEmpty(content.client, settings, now(), say)
    const { client } = content
    const isPrintable = settings.origin !== undefined
    const composition = await compose({ client, origin, isPrintable, log, now })
    stops.push(composition.stop)
    const { services, strings, onChange } = composition
    provideServices(services)
    const clientFolder = path.join(ROOT, 'dist/client')
    const kiosk = await startKiosk({
      loadPlaceFacts: (slug, moment) => loadPlaceFacts(client, { slug }, moment),
      loadLanguages: () => loadLanguages(client),
      findCode: (place) => findCode(client, place),
      onChange,
      strings,
      origin,
      isSample: services.isDemo(),
      secretsFolder: folders.secrets,
      stateFolder: folders.folder,
      shellFolder: clientFolder,
      now,
      log,
    })
    stops.push(kiosk.stop)
    const routes = createRoutes({
      services,
      ...(content.lake && { lake: content.lake }),
      screens: kiosk.fetch,
      render: await loadPages(),
      clientFolder,
      log,
    })
    socket.serve(
      createFront({
        services,
        fetch: (request) => routes.fetch(request),
        isHttps: origin.startsWith('https:'),
        mayAsk:
          settings.trustedProxies.length > 0 ? peerChecker(settings.trustedProxies) : () => true,
      }),
    )
    return { url: socket.url, stop }
  } catch (cause) {
    await stop()
    throw cause
  }
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
  const { url, stop } = await startServer({ settings, say })
  const end = () => {
    // A second signal means now.
    process.once('SIGINT', () => process.exit(1)).once('SIGTERM', () => process.exit(1))
    void stop()
  }
  process.once('SIGINT', end).once('SIGTERM', end)
  say(`Waymark is at ${url}`)
  say(`  a help page   ${url}/en/centralia-station`)
  say(`  a poster      ${url}/posters/DEMO01`)
  say(`  a screen      ${url}/screen/centralia-station`)
}

/** What a person can mend is said plainly; only our own mistakes bring a stack. */
function fail(error: unknown): void {
  const isExpected = error instanceof Mistake || error instanceof WorldFailure
  const text = isExpected ? error.message : error instanceof Error ? error.stack : String(error)
  process.stderr.write(`Waymark cannot start. ${text}\n`)
  process.exitCode = 1
}

if (import.meta.main) await main().catch(fail)
