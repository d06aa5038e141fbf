import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import type { AstroIntegration } from 'astro'
import { pino } from 'pino'
import type { OpenRooms } from '../server.ts'
import { spellAddress } from './addresses.ts'
import { logOptions } from './log-options.ts'
import { readSettings } from './settings.ts'
import { isLakes } from './upgrades.ts'

const ANSWERED_HERE = /^\/(lake|login|account|withdraw|api|review|preview|media)(\/|$)/
const SCREEN_FACTS = /^\/screen\/(releases|blobs|events)\//

/** Gives `astro dev` the same content, words and rooms as the process; pages are not cached. */
export function development(load: () => Promise<{ openRooms: OpenRooms }>): AstroIntegration {
  return {
    name: 'waymark-development',
    hooks: {
      'astro:server:setup': async ({ server, logger }) => {
        const settings = readSettings(process.env, process.cwd())
        const { openRooms } = await load()
        const { services, lake, accounts, desk, review, previews, media, screens, stop } =
          await openRooms({
            settings,
            url: `http://127.0.0.1:${settings.port}`,
            log: pino(logOptions(settings)),
            now: Date.now,
            say: (line) => logger.info(line),
          })
        // Whoever builds a page wants to see where it broke.
        services.fail = (_request, error) => {
          throw error
        }
        server.httpServer?.once('close', () => void stop())
        // Vite has a socket of its own for the pages that it reloads.
        server.httpServer?.on(
          'upgrade',
          (request: IncomingMessage, socket: Duplex, head: Buffer) => {
            if (isLakes(request)) lake?.upgrade(request, socket, head)
          },
        )
        const nowhere = () => new Response(null, { status: 404 })
        // Vite renders pages by itself, and knows of no draft.
        const unrendered = async () =>
          new Response('Help pages are previewed by the built server: npm start.', { status: 501 })
        const toLake = getRequestListener(
          async (request) =>
            (await accounts?.fetch(request, '')) ??
            (await desk?.(request)) ??
            (await review?.(request)) ??
            (await previews?.(request, unrendered)) ??
            (await media(request)) ??
            lake?.fetch(request) ??
            nowhere(),
        )
        if (accounts?.firstLink) logger.info(`The first administrator: ${accounts.firstLink}`)
        const toScreens = getRequestListener(
          async (request) => (await screens(request)) ?? nowhere(),
        )
        server.middlewares.use((request: IncomingMessage, response: ServerResponse, next) => {
          const { pathname, search } = new URL(request.url ?? '/', services.origin)
          if (ANSWERED_HERE.test(pathname)) return void toLake(request, response)
          if (SCREEN_FACTS.test(pathname)) return void toScreens(request, response)
          const { path, isServedAsIs } = spellAddress(pathname, services.languages())
          if (isServedAsIs) request.url = `${path}${search}`
          next()
        })
      },
    },
  }
}
