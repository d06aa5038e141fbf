/**
 * On every answer, whatever it is. Pages bring their own, wider policy of content.
 * Source: OWASP Secure Headers Project, as strict as pages without scripts from elsewhere allow.
 */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  // Pages that may be found say so themselves.
  'X-Robots-Tag': 'noindex',
}

/** Where somebody records: the Studio, and the pages of review links. */
const RECORDING = /^\/(studio|review)(\/|$)/

/** What a page at this path may ask of the device: the microphone where people record, nothing anywhere else. */
export function permissionsOf(pathname: string): string {
  const all = SECURITY_HEADERS['Permissions-Policy'] ?? ''
  return RECORDING.test(pathname) ? all.replace('microphone=()', 'microphone=(self)') : all
}

// Two years, as hstspreload.org asks; only ever sent over HTTPS.
export const STRICT_TRANSPORT = 'max-age=63072000'

// The origin's cache answers; a CDN may for this long at most, so that a withdrawal is quick there too.
const CDN_MOST_SECONDS = 60

/** How others may keep a page: browsers never, a CDN for a moment and never past `validUntil` (epoch ms). */
export function cacheHeaders(options: {
  isHelpPage: boolean
  validUntil: number | undefined
  now: number
}): Record<string, string> {
  const headers = { 'Cache-Control': 'no-store' }
  if (!options.isHelpPage || options.validUntil === undefined) return headers
  const left = Math.floor((options.validUntil - options.now) / 1000)
  const seconds = Math.max(0, Math.min(CDN_MOST_SECONDS, left))
  return { ...headers, 'CDN-Cache-Control': `max-age=${seconds}` }
}
