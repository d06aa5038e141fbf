import type { Connect } from 'vite'
import { loadStrings } from '#content/locales/load.ts'
import { bundleWorker } from './bundle-worker.ts'
import { lastResort } from './last-resort.ts'
import { pageHtml } from './page-html.ts'
import { iconSvg, webAppManifest } from './web-app.ts'

const PAGE = /^\/screen(\/[a-z0-9-]+)?$/
const DEVELOPMENT_ASSETS = {
  scripts: ['/@vite/client', '/kiosk/player/main.ts'],
  styles: [],
}

/**
 * Serves the shell from its sources during development: the player through Vite, the worker bundled
 * afresh at each request and without precaching, so that an edit shows after a reload.
 */
export function serveInDevelopment(root: string): Connect.NextHandleFunction {
  return async (request, response, next) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    try {
      const answer = await answerInDevelopment(root, pathname)
      if (answer === undefined) return next()
      const [type, body] = answer
      response.writeHead(200, {
        'Content-Type': type,
        'Cache-Control': 'no-store',
        'Service-Worker-Allowed': '/screen',
      })
      response.end(body)
    } catch (cause) {
      next(cause)
    }
  }
}

async function answerInDevelopment(
  root: string,
  pathname: string,
): Promise<[type: string, body: string] | undefined> {
  const strings = await loadStrings()
  const title = strings['en']?.['site.title'] ?? ''
  if (pathname === '/screen/sw.js') {
    const worker = await bundleWorker(root)
    return ['text/javascript', worker.replace('self.__WB_MANIFEST', '[]')]
  }
  if (pathname === '/screen/app.webmanifest') {
    return ['application/manifest+json', webAppManifest(title)]
  }
  if (pathname === '/screen/icon.svg') return ['image/svg+xml', iconSvg()]
  if (!PAGE.test(pathname)) return undefined
  return [
    'text/html; charset=utf-8',
    pageHtml({ title, body: lastResort(strings), assets: DEVELOPMENT_ASSETS }),
  ]
}
