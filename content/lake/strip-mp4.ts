import { type Box, boxesIn, emptied } from './boxes.ts'
import type { FileBytes, Piece } from './file-bytes.ts'

const FILE = 'ftyp styp moov moof mdat sidx ssix mfra'.split(' ')

/** Children that are kept, of boxes that may also hold words about who recorded it and where. */
const KEPT: Record<string, readonly string[]> = {
  moov: 'mvhd iods mvex trak'.split(' '),
  trak: 'tkhd tref edts mdia'.split(' '),
}

/** A film or sound without its user data, where telephones write the place of recording. */
export function stripMp4(file: FileBytes): Piece[] {
  return strip(file, boxesIn(file, 0, file.size), FILE)
}

function strip(file: FileBytes, boxes: Box[], kept: readonly string[]): Piece[] {
  return boxes.flatMap((box): Piece[] => {
    if (!kept.includes(box.type)) return emptied(box)
    const inner = KEPT[box.type]
    if (!inner) return [{ from: box.from, to: box.to }]
    return [
      { from: box.from, to: box.body },
      ...strip(file, boxesIn(file, box.body, box.to), inner),
    ]
  })
}
