import type { Connect } from 'vite'
import { pageHtml } from './page-html.ts'

// Addresses that end like one of our sources are Vite's.
const PAGE = /^\/studio(?!.*\.(ts|tsx|css)$)(\/.*)?$/
const DEVELOPMENT_ASSETS = { scripts: ['/@vite/client', '/studio/main.ts'], styles: [] }

/** Serves the Studio's page during development; its scripts come from their sources through Vite. */
export const serveInDevelopment: Connect.NextHandleFunction = (request, response, next) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  if (!PAGE.test(pathname)) return next()
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
  })
  response.end(pageHtml(DEVELOPMENT_ASSETS))
}
