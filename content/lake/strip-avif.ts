import { type Box, boxesIn, emptied } from './boxes.ts'
import { refuse } from './errors.ts'
import { type FileBytes, type Piece, truncated } from './file-bytes.ts'

const META = 'hdlr pitm iloc iinf iprp iref idat grpl'.split(' ')

/** Items that are drawn: coded pictures and how they are put together. Exif and XMP are `Exif` and `mime`. */
const DRAWN = ['av01', 'grid', 'iovl', 'iden', 'tmap']

interface Item {
  id: number
  typeAt: number
  isDrawn: boolean
}

interface Extent {
  from: number
  to: number
}

/**
 * An AVIF whose bytes are zero wherever no picture is: no EXIF, no XMP, nothing between the parts.
 *
 * @see ISO/IEC 23008-12, 9 and ISO/IEC 14496-12, 8.11
 */
export function stripAvif(file: FileBytes): Piece[] {
  const boxes = boxesIn(file, 0, file.size)
  if (boxes.some(({ type }) => type === 'moov')) throw refuse(400, 'Moving AVIF is not taken')
  const [meta, ...others] = boxes.filter(({ type }) => type === 'meta')
  if (!meta || others.length > 0) throw truncated()
  const children = boxesIn(file, meta.body + 4, meta.to)
  const items = itemsOf(file, childOf(children, 'iinf'))
  const extents = drawnExtents(file, children, items)
  return boxes.flatMap((box): Piece[] => {
    if (box === meta) {
      const inner = children.flatMap((child) => stripChild(child, items, extents))
      return [{ from: box.from, to: box.body + 4 }, ...inner]
    }
    if (box.type === 'ftyp') return [{ from: box.from, to: box.to }]
    return box.type === 'mdat' ? onlyDrawn(box, extents) : emptied(box)
  })
}

function stripChild(box: Box, items: Item[], extents: Extent[]): Piece[] {
  if (box.type === 'idat') return onlyDrawn(box, extents)
  if (box.type === 'iinf') return withoutWords(box, items)
  return META.includes(box.type) ? [{ from: box.from, to: box.to }] : emptied(box)
}

/** Readers look for Exif by an item's type: where its bytes are zero, it is to be none. */
function withoutWords(box: Box, items: Item[]): Piece[] {
  const pieces: Piece[] = []
  let at = box.from
  for (const { typeAt, isDrawn } of items) {
    if (isDrawn) continue
    pieces.push({ from: at, to: typeAt }, { bytes: Buffer.from('skip') })
    at = typeAt + 4
  }
  return [...pieces, { from: at, to: box.to }]
}

function onlyDrawn(box: Box, extents: Extent[]): Piece[] {
  const pieces: Piece[] = [{ from: box.from, to: box.body }]
  let at = box.body
  for (const { from, to } of extents) {
    if (to <= at || from >= box.to) continue
    const start = Math.max(from, at)
    if (start > at) pieces.push({ zeros: start - at })
    at = Math.min(to, box.to)
    pieces.push({ from: start, to: at })
  }
  if (at < box.to) pieces.push({ zeros: box.to - at })
  return pieces
}

function childOf(children: Box[], name: string): Box {
  const child = children.find(({ type }) => type === name)
  if (!child) throw truncated()
  return child
}

function drawnExtents(file: FileBytes, children: Box[], items: Item[]): Extent[] {
  const drawn = new Set(items.flatMap(({ id, isDrawn }) => (isDrawn ? [id] : [])))
  const idat = children.find(({ type }) => type === 'idat')?.body ?? 0
  return itemExtents(file, childOf(children, 'iloc'), idat)
    .filter(({ item }) => drawn.has(item))
    .sort((a, b) => a.from - b.from)
}

function itemsOf(file: FileBytes, box: Box): Item[] {
  const isShort = file.read(box.body, 1)[0] === 0
  const entries = boxesIn(file, box.body + (isShort ? 6 : 8), box.to)
  return entries.map(({ type, body }) => {
    const version = file.read(body, 1)[0] ?? 0
    if (type !== 'infe' || version < 2) throw truncated()
    const idBytes = version === 2 ? 2 : 4
    const id = file.read(body + 4, idBytes).readUIntBE(0, idBytes)
    const typeAt = body + 4 + idBytes + 2
    return { id, typeAt, isDrawn: DRAWN.includes(file.read(typeAt, 4).toString('latin1')) }
  })
}

function itemExtents(file: FileBytes, box: Box, idat: number): (Extent & { item: number })[] {
  const version = file.read(box.body, 1)[0] ?? 0
  let at = box.body + 4
  const next = (bytes: number) => {
    if (at + bytes > box.to) throw truncated()
    const value = bytes === 0 ? 0 : bytes === 8 ? longAt(file, at) : uintAt(file, at, bytes)
    at += bytes
    return value
  }
  const sizes = next(2)
  const [offsetBytes, lengthBytes, baseBytes, indexBytes] = [12, 8, 4, 0].map(
    (shift) => (sizes >> shift) & 15,
  )
  const field = (bytes = 0) => {
    if (![0, 4, 8].includes(bytes)) throw truncated()
    return next(bytes)
  }
  const found: (Extent & { item: number })[] = []
  const count = next(version < 2 ? 2 : 4)
  for (let n = 0; n < count; n++) {
    const item = next(version < 2 ? 2 : 4)
    const method = version === 0 ? 0 : next(2) & 15
    next(2)
    const base = field(baseBytes) + (method === 1 ? idat : 0)
    const extents = next(2)
    for (let m = 0; m < extents; m++) {
      if (version > 0) field(indexBytes)
      const from = base + field(offsetBytes)
      found.push({ item, from, to: from + field(lengthBytes) })
    }
  }
  return found
}

function uintAt(file: FileBytes, at: number, bytes: number): number {
  return file.read(at, bytes).readUIntBE(0, bytes)
}

function longAt(file: FileBytes, at: number): number {
  return Number(file.read(at, 8).readBigUInt64BE())
}
