import { createHmac, randomBytes } from 'node:crypto'
import { isIPv6 } from 'node:net'

/**
 * Turns visitors' addresses into stand-ins that count tries and tell nothing: a keyed hash in the form of a
 * private IPv6 network (RFC 4193). Of an IPv6 address only the network counts (/64), since whoever has one
 * address of it has them all. The key lives as long as the process and is written nowhere.
 */
export function addressCover(key: Uint8Array = randomBytes(32)): (address: string) => string {
  return (address) => {
    const hash = createHmac('sha256', key).update(visitorIn(address)).digest('hex')
    const groups = [
      `fd${hash.slice(0, 2)}`,
      hash.slice(2, 6),
      hash.slice(6, 10),
      hash.slice(10, 14),
    ]
    return `${groups.join(':')}::1`
  }
}

/** @see RFC 4291, 2.5.4 for networks and 2.5.5.2 for IPv4 addresses in IPv6 */
function visitorIn(address: string): string {
  const [plain = ''] = address.split('%')
  if (!isIPv6(plain)) return address
  // The URL parser spells every address in one way, the last 32 bits too.
  const spelled = new URL(`http://[${plain}]`).hostname.slice(1, -1)
  const mapped = /^::ffff:([0-9a-f]+):([0-9a-f]+)$/.exec(spelled)
  if (mapped) {
    const halves = mapped.slice(1).map((half) => Number.parseInt(half, 16))
    return halves.flatMap((half) => [half >> 8, half & 255]).join('.')
  }
  const [head = '', tail = ''] = spelled.split('::')
  const groups = (text: string) => text.split(':').filter((group) => group !== '')
  const gap = 8 - groups(head).length - groups(tail).length
  const zeros = spelled.includes('::') ? Array<string>(gap).fill('0') : []
  return [...groups(head), ...zeros, ...groups(tail)].slice(0, 4).join(':')
}
