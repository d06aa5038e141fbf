const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Whether a page of this origin is ours. On a machine's own port its names are one: whoever can
 * serve a page there is us.
 *
 * @example isOwnOrigin('http://localhost:4321', 'http://127.0.0.1:4321') // true
 */
export function isOwnOrigin(origin: string, own: string): boolean {
  if (origin === own) return true
  if (!URL.canParse(origin) || !URL.canParse(own)) return false
  const [asked, ours] = [new URL(origin), new URL(own)]
  const isLocal = LOOPBACK.has(asked.hostname) && LOOPBACK.has(ours.hostname)
  return isLocal && asked.protocol === ours.protocol && asked.port === ours.port
}
