import { type FileBytes, type Piece, truncated } from './file-bytes.ts'

/** What is drawn, colours and animation. Text, time and EXIF are not among them. */
const KEPT = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sRGB sBIT cICP mDCV cLLI bKGD pHYs acTL fcTL fdAT'.split(
    ' ',
  ),
)

/**
 * What a PNG needs to be drawn, and nothing else; nothing after its end.
 *
 * @see https://www.w3.org/TR/png-3/#5Chunk-layout
 */
export function stripPng(file: FileBytes): Piece[] {
  const pieces: Piece[] = [{ from: 0, to: 8 }]
  for (let at = 8; ; ) {
    const length = file.read(at, 8).readUInt32BE()
    const name = file.read(at + 4, 4).toString('latin1')
    const end = at + 12 + length
    if (end > file.size) throw truncated()
    if (KEPT.has(name)) pieces.push({ from: at, to: end })
    if (name === 'IEND') return pieces
    at = end
  }
}
