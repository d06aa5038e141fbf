import { type FileBytes, type Piece, truncated } from './file-bytes.ts'

const SOS = 0xda
const EOI = 0xd9
const APP0 = 0xe0
const APP2 = 0xe2
const APP14 = 0xee

/**
 * What a JPEG needs to be drawn, and nothing else: no EXIF, XMP, IPTC, comment or preview,
 * and nothing after the end, where phones put films and further pictures. Colour profiles stay.
 *
 * @see ITU-T T.81, Annex B
 */
export function stripJpeg(file: FileBytes): Piece[] {
  const pieces: Piece[] = [{ from: 0, to: 2 }]
  for (let at = 2; ; ) {
    if (file.read(at, 1)[0] !== 0xff) throw truncated()
    const code = file.read(at + 1, 1)[0] ?? 0
    if (code === 0xff) {
      at += 1
      continue
    }
    if (code === EOI) return [...pieces, { from: at, to: at + 2 }]
    const end = at + 2 + file.read(at + 2, 2).readUInt16BE()
    if (end > file.size || end < at + 4) throw truncated()
    pieces.push(...kept(file, code, at, end))
    at = end
    if (code === SOS) {
      at = endOfScan(file, end)
      pieces.push({ from: end, to: at })
    }
  }
}

function kept(file: FileBytes, code: number, at: number, end: number): Piece[] {
  const says = (text: string) =>
    end - at - 4 >= text.length && file.read(at + 4, text.length).toString('latin1') === text
  switch (code) {
    case APP0:
      return says('JFIF\0') && end - at >= 18 ? [{ bytes: withoutPreview(file, at) }] : []
    case APP2:
      return says('ICC_PROFILE\0') ? [{ from: at, to: end }] : []
    case APP14:
      return says('Adobe') && end - at === 16 ? [{ from: at, to: end }] : []
    default:
      return isDrawn(code) ? [{ from: at, to: end }] : []
  }
}

/** Frames, tables, restart intervals and scans. 0xC8 is reserved. */
function isDrawn(code: number): boolean {
  return (code >= 0xc0 && code <= 0xcf && code !== 0xc8) || (code >= 0xda && code <= 0xdd)
}

/** The JFIF header with a thumbnail of 0 x 0. */
function withoutPreview(file: FileBytes, at: number): Uint8Array {
  const header = Uint8Array.from(file.read(at, 18))
  header.set([0, 16], 2)
  header.set([0, 0], 16)
  return header
}

/** A scan ends at a marker that is neither a stuffed 0xFF nor a restart. */
function endOfScan(file: FileBytes, from: number): number {
  let wasMark = false
  for (let at = from; ; ) {
    const window = file.window(at)
    if (window.length === 0) throw truncated()
    // Indexed, since an iterator over 32 MB would hold up the process.
    for (let n = 0; n < window.length; n++) {
      const byte = window[n] ?? 0
      const isMarker = wasMark && byte !== 0 && byte !== 0xff && (byte < 0xd0 || byte > 0xd7)
      if (isMarker) return at + n - 1
      wasMark = byte === 0xff
    }
    at += window.length
  }
}
