import { readFile } from 'node:fs/promises'
import path from 'node:path'

/** What answers the addresses under `/studio`. */
export type StudioService = {
  /** `undefined` where the address is not ours. */
  fetch: (request: Request) => Promise<Response | undefined>
}

const TYPES = new Map([
  ['html', 'text/html; charset=utf-8'],
  ['js', 'text/javascript; charset=utf-8'],
  ['css', 'text/css; charset=utf-8'],
  ['svg', 'image/svg+xml'],
  ['ttf', 'font/ttf'],
])
const ENCODINGS = new Map([
  ['br', '.br'],
  ['gzip', '.gz'],
])
const ASSET = /^\/studio\/(assets\/[\w-]+(?:\.[\w-]+)*\.(\w+))$/

/**
 * The Studio draws its styles at run time and shows pictures that were just chosen; all else is as strict as
 * elsewhere. Browsers before Safari 15.4 do not count web sockets among 'self', so `socket` names them.
 */
function securityPolicy(socket: string): string {
  return [
    "default-src 'self'",
    `connect-src 'self' ${socket}`,
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "media-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ')
}

/**
 * Serves the Studio from what `buildStudio` made. Every address below `/studio` is the one page, so that links to
 * documents work; its files are kept by browsers for good, the page never.
 */
export function start(deps: { clientFolder: string; origin: string }): StudioService {
  const folder = path.join(deps.clientFolder, 'studio')
  const page = {
    'Cache-Control': 'no-store',
    'Content-Security-Policy': securityPolicy(deps.origin.replace(/^http/, 'ws')),
    'X-Frame-Options': 'SAMEORIGIN',
    'X-Robots-Tag': 'noindex',
  }
  return {
    fetch: async (request) => {
      if (request.method !== 'GET' && request.method !== 'HEAD') return undefined
      const { pathname } = new URL(request.url)
      if (pathname !== '/studio' && !pathname.startsWith('/studio/')) return undefined
      const [, asset, ending] = ASSET.exec(pathname) ?? []
      if (asset === undefined || ending === undefined) {
        return fileResponse(request, path.join(folder, 'index.html'), {
          ...page,
          ...typeOf('html'),
        })
      }
      const immutable = { 'Cache-Control': 'public, max-age=31536000, immutable' }
      return fileResponse(request, path.join(folder, asset), { ...immutable, ...typeOf(ending) })
    },
  }
}

function typeOf(ending: string) {
  return { 'Content-Type': TYPES.get(ending) ?? 'application/octet-stream' }
}

async function fileResponse(
  request: Request,
  file: string,
  headers: Record<string, string>,
): Promise<Response> {
  const accepted = request.headers.get('Accept-Encoding') ?? ''
  for (const [encoding, ending] of ENCODINGS) {
    if (!new RegExp(`\\b${encoding}\\b`).test(accepted)) continue
    const bytes = await readIfThere(`${file}${ending}`)
    const vary = { Vary: 'Accept-Encoding', 'Content-Encoding': encoding }
    if (bytes) return new Response(bytes, { headers: { ...headers, ...vary } })
  }
  const bytes = await readIfThere(file)
  if (bytes === undefined) return new Response(null, { status: 404 })
  return new Response(bytes, { headers: { ...headers, Vary: 'Accept-Encoding' } })
}

async function readIfThere(file: string): Promise<Buffer<ArrayBuffer> | undefined> {
  try {
    return await readFile(file)
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined
    throw cause
  }
}
