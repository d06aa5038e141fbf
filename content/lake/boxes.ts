import { type FileBytes, type Piece, truncated } from './file-bytes.ts'

/** A box of an ISO media file, by the places of its head, its body and its end. */
export interface Box {
  type: string
  from: number
  body: number
  to: number
}

/** More boxes on one level are an attack. */
const MOST_BOXES = 10_000

/**
 * The boxes between two places.
 *
 * @see ISO/IEC 14496-12, 4.2
 * @throws LakeError 400 where they do not add up
 */
export function boxesIn(file: FileBytes, from: number, to: number): Box[] {
  const boxes: Box[] = []
  for (let at = from; at < to; ) {
    const size = file.read(at, 8).readUInt32BE()
    const type = file.read(at + 4, 4).toString('latin1')
    const isLong = size === 1
    const end = isLong
      ? at + Number(file.read(at + 8, 8).readBigUInt64BE())
      : size === 0
        ? to
        : at + size
    const body = at + (isLong ? 16 : 8)
    if (end < body || end > to || boxes.length >= MOST_BOXES) throw truncated()
    boxes.push({ type, from: at, body, to: end })
    at = end
  }
  return boxes
}

/** A box as empty space of the same length, so that places further on stay right. */
export function emptied({ from, body, to }: Box): Piece[] {
  return [
    { from, to: from + 4 },
    { bytes: Buffer.from('free') },
    { from: from + 8, to: body },
    { zeros: to - body },
  ]
}
