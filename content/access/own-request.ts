/** The origins that are ours: the public one, and on loopback its other name too. */
export function ownOrigins(origin: string): string[] {
  const url = new URL(origin)
  if (url.hostname !== '127.0.0.1' && url.hostname !== 'localhost') return [url.origin]
  const port = url.port && `:${url.port}`
  return ['127.0.0.1', 'localhost'].map((host) => `${url.protocol}//${host}${port}`)
}

/** Whether a browser says that one of our own pages sent this. What says nothing is not ours. */
export function isOwnRequest(headers: Headers, origins: readonly string[]): boolean {
  // Browsers set both by themselves; no page can forge them (Fetch Metadata, W3C).
  if (headers.get('sec-fetch-site') === 'same-origin') return true
  return origins.includes(headers.get('origin') ?? '')
}

/** Whether a request can change something, or opens a stream both ways. */
export function needsOwnOrigin(method: string, headers: Headers): boolean {
  return !['GET', 'HEAD', 'OPTIONS'].includes(method) || headers.has('upgrade')
}
