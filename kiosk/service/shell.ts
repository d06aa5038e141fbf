import { readFile } from 'node:fs/promises'
import path from 'node:path'

/** Files of the build that the service serves itself, because they need headers of their own. */
const FILES = {
  page: ['screen/index.html', 'text/html; charset=utf-8'],
  worker: ['screen/sw.js', 'text/javascript; charset=utf-8'],
} as const

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

/** The page of every screen, or its worker; `undefined` where nothing has been built. */
export async function shellResponse(
  shellFolder: string,
  which: keyof typeof FILES,
): Promise<Response | undefined> {
  const [file, type] = FILES[which]
  let body: Buffer<ArrayBuffer>
  try {
    body = await readFile(path.join(shellFolder, file))
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined
    throw cause
  }
  return new Response(body, {
    headers: {
      'Content-Type': type,
      'Cache-Control': 'no-cache',
      'Content-Security-Policy': CONTENT_SECURITY_POLICY,
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex',
      ...(which === 'worker' ? { 'Service-Worker-Allowed': '/screen' } : {}),
    },
  })
}
