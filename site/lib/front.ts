import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { isEmbedded } from './embedded.ts'
import { permissionsOf, SECURITY_HEADERS, STRICT_TRANSPORT } from './headers.ts'
import { peerReader } from './peers.ts'
import { countScan, keepingHeaders, keyOf, lengthOf } from './serve-page.ts'
import type { Services } from './services.ts'
import { answer } from './stored-page.ts'

/** What stands before all rooms. */
export type Front = {
  services: Services
  /** `peer` is the address of who asks; behind a proxy, the one that the proxy names. */
  fetch: (request: Request, peer: string) => Response | Promise<Response>
  trustedProxies: readonly string[]
  /** Whether readers reach us over HTTPS, through a proxy or not. */
  isHttps: boolean
  /** Whether a peer of this address may ask at all. */
  mayAsk: (address: string) => boolean
}

/** Answers what is in the page cache at once, from memory; hands all else to the rooms. */
export function createFront({
  services,
  fetch,
  trustedProxies,
  isHttps,
  mayAsk,
}: Front): RequestListener {
  const peerOf = peerReader(trustedProxies)
  const listener = getRequestListener(
    (request, { incoming }) => {
      const address = incoming.socket.remoteAddress ?? ''
      return fetch(request, peerOf(address, request.headers))
    },
    { overrideGlobalObjects: false },
  )
  return (request, response) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value)
    const { url: target = '' } = request
    const [pathname = ''] = target.split('?')
    response.setHeader('Permissions-Policy', permissionsOf(pathname))
    // Pages for frames say themselves who may show them; this header knows nobody or everybody.
    if (mayBeFramed(target, services)) response.removeHeader('X-Frame-Options')
    if (isHttps) response.setHeader('Strict-Transport-Security', STRICT_TRANSPORT)
    if (request.url !== '/healthz' && !mayAsk(request.socket.remoteAddress ?? '')) {
      response.writeHead(403, { 'Content-Type': 'text/plain' }).end('Ask through the proxy.\n')
    } else if (!answerFromCache(services, request, response)) {
      void listener(request, response)
    }
  }
}

function mayBeFramed(target: string, { embedOrigins, languages, origin }: Services): boolean {
  if (embedOrigins.length === 0 || !target.includes('embed=')) return false
  return URL.canParse(target, origin) && isEmbedded(new URL(target, origin), languages())
}

function answerFromCache(
  services: Services,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const { method, url: target = '', headers } = request
  if ((method !== 'GET' && method !== 'HEAD') || !URL.canParse(target, services.origin))
    return false
  const url = new URL(target, services.origin)
  const page = services.pageCache.find(keyOf(url, headers['accept-language'], services))
  if (page === undefined) return false
  const found = answer(page, {
    acceptEncoding: headers['accept-encoding'],
    ifNoneMatch: headers['if-none-match'],
  })
  response.writeHead(found.status, {
    ...found.headers,
    ...keepingHeaders(url.pathname, page, services),
    ...lengthOf(found.body),
  })
  countScan(page, method, (name) => one(headers[name]), services)
  response.end(method === 'HEAD' ? undefined : found.body)
  return true
}

function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header
}
