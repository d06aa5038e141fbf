import { type FileBytes, type Piece, truncated } from './file-bytes.ts'

const KEPT = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])
const FRAME_HEADER_BYTES = 16

/** Bits of `VP8X` that announce EXIF and XMP. */
const METADATA_FLAGS = 0x08 | 0x04

/**
 * What a WebP needs to be drawn, and nothing else; nothing after its end.
 *
 * @see https://developers.google.com/speed/webp/docs/riff_container
 */
export function stripWebp(file: FileBytes): Piece[] {
  const end = 8 + file.read(4, 4).readUInt32LE()
  if (end > file.size) throw truncated()
  const chunks = keptChunks(file, 12, end)
  return [{ bytes: header('RIFF', 4 + sizeOf(chunks)) }, { from: 8, to: 12 }, ...chunks]
}

function keptChunks(file: FileBytes, from: number, to: number): Piece[] {
  const pieces: Piece[] = []
  for (let at = from; at + 8 <= to; ) {
    const name = file.read(at, 4).toString('latin1')
    const size = file.read(at + 4, 4).readUInt32LE()
    const body = at + 8
    const end = body + size + (size % 2)
    if (end > to) throw truncated()
    if (name === 'VP8X') {
      const flags = (file.read(body, 1)[0] ?? 0) & ~METADATA_FLAGS
      pieces.push({ from: at, to: body }, { bytes: Uint8Array.of(flags) })
      pieces.push({ from: body + 1, to: end })
    } else if (name === 'ANMF') {
      const frame = keptChunks(file, body + FRAME_HEADER_BYTES, end)
      pieces.push({ bytes: header('ANMF', FRAME_HEADER_BYTES + sizeOf(frame)) })
      pieces.push({ from: body, to: body + FRAME_HEADER_BYTES }, ...frame)
    } else if (KEPT.has(name)) {
      pieces.push({ from: at, to: end })
    }
    at = end
  }
  return pieces
}

function header(name: string, size: number): Uint8Array {
  const bytes = Buffer.from(`${name}____`, 'latin1')
  bytes.writeUInt32LE(size, 4)
  return bytes
}

function sizeOf(pieces: Piece[]): number {
  return pieces.reduce((sum, piece) => {
    if ('from' in piece) return sum + piece.to - piece.from
    return sum + ('bytes' in piece ? piece.bytes.length : piece.zeros)
  }, 0)
}
