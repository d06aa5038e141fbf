import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { compressedResponse } from './compressed.ts'

const TYPES = new Map([
  ['html', 'text/html; charset=utf-8'],
  ['js', 'text/javascript; charset=utf-8'],
  ['css', 'text/css; charset=utf-8'],
  ['svg', 'image/svg+xml'],
  ['webmanifest', 'application/manifest+json'],
])

const SHELL_FILE = /^(index\.html|sw\.js|icon\.svg|app\.webmanifest|assets\/[\w-]+\.(js|css))$/

// Nothing inline and nothing from elsewhere: what runs on a screen is what we built.
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** A file of the shell by its name below `screen/`; `undefined` where it is none, or nothing has been built. */
export async function shellResponse(
  request: Request,
  shellFolder: string,
  name: string,
): Promise<Response | undefined> {
  if (!SHELL_FILE.test(name)) return undefined
  const body = await readIfThere(path.join(shellFolder, 'screen', name))
  if (body === undefined) return undefined
  const isHashed = name.startsWith('assets/')
  return compressedResponse(request, body, {
    'Content-Type': TYPES.get(name.slice(name.lastIndexOf('.') + 1)) ?? '',
    'Cache-Control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    'Content-Security-Policy': CONTENT_SECURITY_POLICY,
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Robots-Tag': 'noindex',
    ...(name === 'sw.js' ? { 'Service-Worker-Allowed': '/screen' } : {}),
  })
}

async function readIfThere(file: string): Promise<Buffer<ArrayBuffer> | undefined> {
  try {
    return await readFile(file)
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined
    throw cause
  }
}
