import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { buildStudio } from './shell/build-studio.ts'
import { noForeignFonts } from './shell/no-foreign-fonts.ts'
import { serveInDevelopment } from './shell/serve-in-development.ts'
import { studioClient } from './shell/studio-client.ts'

/**
 * Adds the Studio to Astro: builds it into the client's folder, and serves it from its sources in development.
 * It is a build of its own, not an Astro route, because it is one application with a policy of its own.
 */
export default function studio(): AstroIntegration {
  let root = process.cwd()
  return {
    name: 'waymark-studio',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command !== 'dev') return
        updateConfig({
          vite: {
            plugins: [studioClient(), noForeignFonts()],
            optimizeDeps: { include: ['sanity', 'sanity/structure', 'sanity > @sanity/client'] },
          },
        })
      },
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root)
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(serveInDevelopment)
      },
      'astro:build:done': async ({ dir, logger }) => {
        await buildStudio(root, fileURLToPath(dir))
        logger.info('built the Studio')
      },
    },
  }
}
