import { createServer } from 'node:http'
import path from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { loadStrings } from '#content/locales/load.ts'
import type { PlaceFacts } from '#content/model/facts.ts'
import { BUILT_IN_LANGUAGES } from '#content/model/languages.ts'
import { readShortCode } from '#content/model/short-code.ts'
import type { ShownReleases } from '#content/model/shown-releases.ts'
import { start } from '../../kiosk/service.ts'
import { buildShell } from '../../kiosk/shell/build-shell.ts'

/** A server that serves screens and nothing else, whose facts, answers and end a test decides. */
export type ScreenServer = {
  origin: string
  /** Publishes other facts, as an author's edit does. */
  publish: (facts: PlaceFacts) => void
  /** Sees every answer before it leaves; `undefined` gives it back untouched. */
  intercept: (change: ((path: string, answer: Response) => Promise<Response>) | undefined) => void
  /** What the screens that are connected now show. */
  screens: () => ShownReleases
  stop: () => Promise<void>
}

/** Builds the shell from its sources into a folder. */
export function buildTestShell(folder: string): Promise<void> {
  return buildShell(path.resolve(import.meta.dirname, '../..'), folder)
}

/** Starts a server on `port` (0: any). `folder` keeps its keys over a restart. */
export async function startScreenServer(options: {
  folder: string
  shellFolder: string
  facts: PlaceFacts
  port?: number
}): Promise<ScreenServer> {
  let facts = options.facts
  let change: ((path: string, answer: Response) => Promise<Response>) | undefined
  const listeners = new Set<() => void>()
  const service = await start({
    loadPlaceFacts: async (slug) => (slug === facts.place.slug ? facts : undefined),
    loadLanguages: async () => BUILT_IN_LANGUAGES,
    findCode: async () => readShortCode('TEST01'),
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    strings: await loadStrings(),
    origin: 'https://waymark.example',
    isSample: true,
    secretsFolder: path.join(options.folder, 'secrets'),
    stateFolder: options.folder,
    shellFolder: options.shellFolder,
    now: Date.now,
    log: { info: () => {}, error: () => {} },
  })
  const answer = async (request: Request) => {
    const given = (await service.fetch(request)) ?? new Response('Not here', { status: 404 })
    return change === undefined ? given : change(new URL(request.url).pathname, given)
  }
  const server = createServer(getRequestListener(answer))
  await new Promise<void>((resolve) => {
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    origin: `http://127.0.0.1:${port}`,
    publish: (changed) => {
      facts = changed
      for (const listener of listeners) listener()
    },
    intercept: (next) => {
      change = next
    },
    screens: () => service.screens,
    stop: async () => {
      service.stop()
      await new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      })
    },
  }
}
