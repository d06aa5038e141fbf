import type { AstroIntegration } from 'astro'

/**
 * Builds the pages as a function from request to response, for `site/server.ts` to call:
 * the sockets, headers and addresses are that process's own affair.
 */
export function adapter(): AstroIntegration {
  return {
    name: 'waymark-process',
    hooks: {
      'astro:config:done': ({ setAdapter }) => {
        setAdapter({
          name: 'waymark-process',
          entrypointResolution: 'auto',
          serverEntrypoint: new URL('./astro-entry.ts', import.meta.url),
          adapterFeatures: { buildOutput: 'server', middlewareMode: 'classic' },
          supportedAstroFeatures: { serverOutput: 'stable', sharpImageService: 'stable' },
        })
      },
    },
  }
}
