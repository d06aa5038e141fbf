import type { FileBytes, Piece } from './file-bytes.ts'

const COMMENTS = Buffer.from('OpusTags')
/** Bytes of a page's head before the lengths of its segments. Source: RFC 3533, section 6. */
const HEAD = 27
const CHECKSUM_AT = 22

/**
 * Opus in Ogg without the name of the program and the comments, which stand in the second page. They are zeroed where
 * they are, and the checksum of the page is made anew. What is no Opus, or has them on more than one page, stays.
 *
 * @see RFC 7845, 5.2 for the comments, RFC 3533, 6 for pages
 */
export function stripOgg(file: FileBytes): Piece[] {
  const whole = [{ from: 0, to: file.size }]
  const first = pageAt(file, 0)
  const page = first && pageAt(file, first.to)
  if (!page || page.to - page.body < 16) return whole
  const bytes = Buffer.from(file.read(page.from, page.to - page.from))
  const start = page.body - page.from
  if (!bytes.subarray(start).subarray(0, COMMENTS.length).equals(COMMENTS)) return whole
  const vendor = start + COMMENTS.length + 4
  const vendorEnd = vendor + bytes.readUInt32LE(vendor - 4)
  if (vendorEnd + 4 > bytes.length) return whole
  // An empty name of as many zero bytes, no comment, and padding to the end of the packet.
  bytes.fill(0, vendor)
  bytes.writeUInt32LE(0, CHECKSUM_AT)
  bytes.writeUInt32LE(checksum(bytes), CHECKSUM_AT)
  if (bytes.equals(file.read(page.from, bytes.length))) return whole
  return [{ from: 0, to: page.from }, { bytes }, { from: page.to, to: file.size }]
}

function pageAt(file: FileBytes, from: number) {
  if (from + HEAD > file.size) return undefined
  const head = file.read(from, HEAD)
  if (head.toString('latin1', 0, 4) !== 'OggS') return undefined
  const count = head[HEAD - 1] ?? 0
  const body = from + HEAD + count
  if (body > file.size) return undefined
  const lengths = file.read(from + HEAD, count)
  const to = body + lengths.reduce((sum, length) => sum + length, 0)
  return to > file.size ? undefined : { from, body, to }
}

/** CRC-32 with the polynomial 0x04c11db7, from zero and not turned round, as Ogg wants it. */
function checksum(bytes: Uint8Array): number {
  let sum = 0
  for (const byte of bytes) {
    sum ^= byte << 24
    for (let bit = 0; bit < 8; bit++) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1
  }
  return sum >>> 0
}
