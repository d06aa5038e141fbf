/** On everything under `/preview`: kept by nobody, found by nobody, framed by our own pages only. */
export const PREVIEW_HEADERS: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'X-Frame-Options': 'SAMEORIGIN',
  'X-Robots-Tag': 'noindex, nofollow',
  'Referrer-Policy': 'no-referrer',
}

const OURS_ONLY = "frame-ancestors 'self'"

/** The headers of an answer made for everybody, as a preview has them. */
export function previewHeaders(headers: Headers): Headers {
  const own = new Headers(PREVIEW_HEADERS)
  const policy = headers.get('content-security-policy') ?? "default-src 'none'"
  const isNamed = policy.includes('frame-ancestors')
  own.set(
    'Content-Security-Policy',
    isNamed ? policy.replace(/frame-ancestors [^;]*/, OURS_ONLY) : `${policy}; ${OURS_ONLY}`,
  )
  own.set('Content-Type', headers.get('content-type') ?? 'text/html; charset=utf-8')
  return own
}
