import { createRequire } from 'node:module'
import type { Plugin } from 'vite'

const NAME = 'virtual:studio-client'

/**
 * Gives `virtual:studio-client` the client that came with the Studio. The Studio recognises errors by that
 * client's classes and hears of an ended session through a hook that later clients do not have.
 */
export function studioClient(): Plugin {
  const studio = createRequire(import.meta.url).resolve('sanity')
  return {
    name: 'waymark-studio-client',
    resolveId(id) {
      return id === NAME ? this.resolve('@sanity/client', studio, { skipSelf: true }) : undefined
    },
  }
}
