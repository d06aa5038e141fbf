import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { writeStamp } from './build.ts'

/** Leaves word of what was built, so that `npm start` after `npm run build` does not build again. */
export function buildStamp(): AstroIntegration {
  let root: string | undefined
  return {
    name: 'waymark-build-stamp',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root)
      },
      'astro:build:done': () => {
        if (root !== undefined) writeStamp(root)
      },
    },
  }
}
