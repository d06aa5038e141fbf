import { BlockList, isIP } from 'node:net'

/** Whether only this machine can reach the host. */
export function isLoopback(host: string): boolean {
  if (host === 'localhost' || host === '::1') return true
  return isIP(host) === 4 && host.startsWith('127.')
}

/** Whether a text is one address or a network such as `10.0.0.0/8`. */
export function isPeerPattern(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/')
  const family = isIP(address)
  if (family === 0 || rest.length > 0) return false
  if (bits === undefined) return true
  return /^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)
}

/** Tells by its address whether a peer is one of the patterns or this machine itself. */
export function peerChecker(patterns: readonly string[]): (address: string) => boolean {
  const known = new BlockList()
  for (const pattern of ['127.0.0.0/8', '::1', ...patterns]) {
    const [address = '', bits] = pattern.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (bits === undefined) known.addAddress(address, family)
    else known.addSubnet(address, Number(bits), family)
  }
  return (address) => known.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

/**
 * Tells who asks: the address of the connection, or behind one of the trusted proxies the last address in
 * `X-Forwarded-For` that is not one of theirs. Whoever talks to us directly is not believed.
 */
export function peerReader(
  trustedProxies: readonly string[],
): (address: string, headers: Headers) => string {
  if (trustedProxies.length === 0) return (address) => address
  const isProxy = peerChecker(trustedProxies)
  return (address, headers) => {
    if (!isProxy(address)) return address
    const chain = (headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim())
    return chain.findLast((hop) => isIP(hop) !== 0 && !isProxy(hop)) ?? address
  }
}
