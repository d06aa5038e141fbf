/** Who may read what is published without signing in. */
export type Reading = 'closed' | 'loopback' | 'open'

const FORWARDING = /^(forwarded|via|x-real-ip|x-forwarded-.*)$/

/**
 * Whether somebody unknown may read. `loopback` is for programs on this machine: it needs a host that only
 * this machine reaches, and a request that no proxy has passed on.
 */
export function readingRule(
  reading: Reading,
  isHostLoopback: boolean,
): (headers: Headers) => boolean {
  if (reading === 'open') return () => true
  if (reading === 'closed' || !isHostLoopback) return () => false
  return (headers) => ![...headers.keys()].some((name) => FORWARDING.test(name))
}
