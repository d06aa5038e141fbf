import type { CacheProvider } from 'astro'
import { services } from './services.ts'

/**
 * Astro's cache API on our page cache. A page says `Astro.cache.set({ maxAge: seconds })`;
 * the seconds count from the start of its rendering, so that it is gone before its facts are, never after.
 */
export default function cacheProvider(): CacheProvider {
  return {
    name: 'waymark-page-cache',
    setHeaders: ({ maxAge }) => new Headers(maxAge === undefined ? {} : { [MAX_AGE]: `${maxAge}` }),
    onRequest: async ({ request }, next) => {
      const { servePage, now } = services()
      return servePage(request, async () => {
        const begun = now()
        const response = await next()
        const seconds = Number.parseFloat(response.headers.get(MAX_AGE) ?? '')
        response.headers.delete(MAX_AGE)
        const validUntil = Number.isNaN(seconds) ? undefined : begun + seconds * 1000
        return { response, validUntil }
      })
    },
    invalidate: async () => services().pageCache.invalidate(),
  }
}

const MAX_AGE = 'waymark-max-age'
