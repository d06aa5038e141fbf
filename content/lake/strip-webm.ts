import type { FileBytes, Piece } from './file-bytes.ts'

/** An element of EBML, by the places of its body and its end. */
interface Element {
  id: number
  body: number
  to: number
}

/** Numbers of elements. Source: RFC 9559 (Matroska), section 5.1. */
const SEGMENT = 0x18538067
const CLUSTER = 0x1f43b675
const INFO = 0x1549a966
const TAGS = 0x1254c367
/** In `INFO`: what wrote the file, under which name and when. */
const TELLING = [0x4d80, 0x5741, 0x7ba9, 0x7384, 0x4461]

/** More elements on one level are an attack. */
const MOST_ELEMENTS = 10_000

/**
 * A WebM without the name of the program and the time that stand at its head; tags before the first sound go too.
 * The bytes are zeroed where they are, which reads as an empty text, so that places further on stay right.
 *
 * @see RFC 8794 (EBML), 4 and 5
 */
export function stripWebm(file: FileBytes): Piece[] {
  const wiped: Element[] = []
  const [, segment] = elementsIn(file, 0, file.size, 2)
  if (segment?.id === SEGMENT) {
    for (const one of elementsIn(file, segment.body, segment.to)) {
      if (one.id === INFO) {
        const told = elementsIn(file, one.body, one.to).filter(({ id }) => TELLING.includes(id))
        wiped.push(...told)
      }
      if (one.id === TAGS) wiped.push(...textsIn(file, one))
    }
  }
  const pieces: Piece[] = []
  let at = 0
  for (const { body, to } of wiped.toSorted((one, other) => one.body - other.body)) {
    pieces.push({ from: at, to: body }, { zeros: to - body })
    at = to
  }
  return [...pieces, { from: at, to: file.size }].filter(
    (piece) => !('from' in piece) || piece.to > piece.from,
  )
}

const TAG = 0x7373
const SIMPLE_TAG = 0x67c8
const TAG_TEXTS = [0x45a3, 0x4487]

function textsIn(file: FileBytes, tags: Element): Element[] {
  const inside = (parent: Element, id: number) =>
    elementsIn(file, parent.body, parent.to).filter((one) => one.id === id)
  return inside(tags, TAG)
    .flatMap((tag) => inside(tag, SIMPLE_TAG))
    .flatMap((simple) => elementsIn(file, simple.body, simple.to))
    .filter(({ id }) => TAG_TEXTS.includes(id))
}

/** Elements between two places, up to the first sound; what does not add up ends the list. */
function elementsIn(file: FileBytes, from: number, to: number, most = MOST_ELEMENTS): Element[] {
  const elements: Element[] = []
  for (let at = from; at < to && elements.length < most; ) {
    const id = numberAt(file, at, to, true)
    const size = id && numberAt(file, at + id.length, to, false)
    if (!id || !size || id.value === CLUSTER) break
    const body = at + id.length + size.length
    // A recorder does not know beforehand how long a segment will be.
    const end = size.isUnknown ? to : body + size.value
    if (end > to) break
    elements.push({ id: id.value, body, to: end })
    at = end
  }
  return elements
}

/** A number of one to eight bytes, whose first bits say how many; an id keeps those bits. */
function numberAt(file: FileBytes, at: number, end: number, isId: boolean) {
  if (at >= end) return undefined
  const first = file.read(at, 1)[0] ?? 0
  const length = Math.clz32(first) - 23
  if (length > 8 || at + length > end) return undefined
  const bytes = file.read(at, length)
  const mask = isId ? 0xff : 0xff >> length
  let value = first & mask
  let isUnknown = !isId && value === mask
  for (const byte of bytes.subarray(1)) {
    value = value * 256 + byte
    isUnknown &&= byte === 0xff
  }
  return { length, value, isUnknown }
}
