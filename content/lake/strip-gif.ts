import { type FileBytes, type Piece, truncated } from './file-bytes.ts'

const EXTENSION = 0x21
const IMAGE = 0x2c
const TRAILER = 0x3b
const GRAPHIC_CONTROL = 0xf9
const APPLICATION = 0xff

/** A block that says how often an animation is played: label, name, one part of three bytes, end. */
const LOOP_BYTES = 19

/**
 * What a GIF needs to be drawn, and nothing else: no comments, no XMP, nothing after its end.
 *
 * @see https://www.w3.org/Graphics/GIF/spec-gif89a.txt
 */
export function stripGif(file: FileBytes): Piece[] {
  const start = 13 + tableBytes(file.read(10, 1)[0] ?? 0)
  const pieces: Piece[] = [{ from: 0, to: start }]
  for (let at = start; ; ) {
    const kind = file.read(at, 1)[0]
    if (kind === TRAILER) return [...pieces, { from: at, to: at + 1 }]
    if (kind === IMAGE) {
      const data = at + 11 + tableBytes(file.read(at + 9, 1)[0] ?? 0)
      const end = endOfParts(file, data)
      pieces.push({ from: at, to: end })
      at = end
    } else if (kind === EXTENSION) {
      const end = endOfParts(file, at + 2)
      if (isKept(file, at, end)) pieces.push({ from: at, to: end })
      at = end
    } else throw truncated()
  }
}

function isKept(file: FileBytes, at: number, end: number): boolean {
  const label = file.read(at + 1, 1)[0]
  if (label === GRAPHIC_CONTROL) return end - at === 8
  if (label !== APPLICATION || end - at !== LOOP_BYTES) return false
  return ['NETSCAPE2.0', 'ANIMEXTS1.0'].includes(file.read(at + 3, 11).toString('latin1'))
}

/** Bytes of a colour table by the flags that announce it. */
function tableBytes(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0
}

function endOfParts(file: FileBytes, from: number): number {
  for (let at = from; ; ) {
    const length = file.read(at, 1)[0] ?? 0
    at += 1 + length
    if (length === 0) return at
  }
}
