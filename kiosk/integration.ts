import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { buildShell } from './shell/build-shell.ts'
import { serveInDevelopment } from './shell/serve-in-development.ts'

/**
 * Adds the screens to Astro: builds their page, player and worker into the client's folder, and serves
 * them from their sources in development. It is a build of its own, not an Astro route, because a screen's
 * page has a stricter policy than the site's and carries its whole list of files in its worker.
 */
export default function kiosk(): AstroIntegration {
  let root = process.cwd()
  return {
    name: 'waymark-kiosk',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root)
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(serveInDevelopment(root))
      },
      'astro:build:done': async ({ dir, logger }) => {
        await buildShell(root, fileURLToPath(dir))
        logger.info('built the screen')
      },
    },
  }
}
